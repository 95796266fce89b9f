// Style and script of the page around a preview. The script listens for changes, shows what is wrong and swaps the report
// for a new one where the reader left off; the report itself has none.

export const PREVIEW_STYLE = `
:root{color-scheme:light;font:13px/1.5 system-ui,sans-serif;color:#1b232c}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;background:#e4e7eb}
header{display:flex;gap:12px;align-items:center;padding:8px 16px;background:#fff;border-bottom:1px solid #c9d1d9}
header strong{font-weight:600}
#source{color:#55606d;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}
#status{margin-left:auto;display:flex;align-items:center;gap:8px;white-space:nowrap}
#status::before{content:"";width:8px;height:8px;border-radius:4px;background:#1a6b3c}
[data-state=stale] #status::before,[data-state=broken] #status::before{background:#a4262c;border-radius:0}
[data-state=lost] #status::before{background:#9aa3ad}
header a{color:#14406b;white-space:nowrap}
#problems{max-height:50vh;overflow:auto;background:#fff;border-bottom:1px solid #c9d1d9;flex:none}
#problems:empty{display:none}
[data-state=broken] #problems{max-height:none;flex:1}
[data-state=broken] #desk{display:none}
article{padding:12px 16px;border-left:4px solid #a4262c}
article+article{border-top:1px solid #e4e7eb}
article.warning{border-left-color:#b06f00}
article p{margin:0;max-width:80ch;overflow-wrap:anywhere}
.code{font:12px/1.5 ui-monospace,monospace;color:#a4262c;margin-left:4px}
.warning .code{color:#8a5700}
.sentence{font-size:15px}
.hint{color:#55606d}
pre{font:12px/1.5 ui-monospace,monospace;background:#f2f5f8;margin:6px 0;padding:8px 12px;overflow:auto;tab-size:1}
#desk{position:relative;flex:1;min-height:0}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0}
iframe.coming{visibility:hidden}
`;

export const PREVIEW_SCRIPT = `
'use strict';
const part = (id) => document.getElementById(id);
const desk = part('desk');
let shown = desk.dataset.report ?? null;
const placeOf = (frame) => {
  const view = frame?.contentWindow;
  return view ? [view.scrollX, view.scrollY] : null;
};
const swap = (report) => {
  const [old] = desk.querySelectorAll('iframe:not(.coming)');
  for (const other of desk.querySelectorAll('iframe.coming')) other.remove();
  const fresh = document.createElement('iframe');
  fresh.title = 'The report';
  fresh.sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';
  fresh.className = 'coming';
  fresh.src = report;
  fresh.addEventListener('load', async () => {
    await fresh.contentDocument?.fonts.ready;
    if (!fresh.isConnected) return;
    const place = placeOf(old);
    if (place) fresh.contentWindow.scrollTo(...place);
    fresh.className = '';
    old?.remove();
  });
  desk.append(fresh);
};
const show = (next) => {
  document.title = next.title;
  document.documentElement.dataset.state = next.state;
  part('source').textContent = next.source;
  part('status').textContent = next.status;
  part('problems').innerHTML = next.problems;
  if (next.report !== null && next.report !== shown) swap(next.report);
  shown = next.report ?? shown;
};
const events = new EventSource('/events');
events.addEventListener('message', ({ data }) => show(JSON.parse(data)));
events.addEventListener('error', () => {
  document.documentElement.dataset.state = 'lost';
  part('status').textContent = 'countersign preview has ended';
});
const PLACE = 'place';
addEventListener('pagehide', () => {
  const place = placeOf(desk.querySelector('iframe'));
  if (place) sessionStorage.setItem(PLACE, JSON.stringify(place));
});
const kept = sessionStorage.getItem(PLACE);
const first = desk.querySelector('iframe');
if (kept && first) {
  const restore = () => first.contentWindow.scrollTo(...JSON.parse(kept));
  first.addEventListener('load', restore);
  if (first.contentDocument?.readyState === 'complete') restore();
}
`;
