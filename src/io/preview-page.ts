// The page around a preview: a bar, what is wrong, and below it the report in a frame in which nothing can run.
import { htmlText } from '../codec/html-text.ts';
import { PREVIEW_SCRIPT, PREVIEW_STYLE } from './preview-assets.ts';

/** One thing that is wrong. `where` is empty where it is no place in a file; `excerpt` are lines to be shown as they stand. */
export type Problem = {
  readonly severity: 'error' | 'warning';
  readonly where: string;
  readonly code: string;
  readonly sentence: string;
  readonly excerpt: readonly string[];
  readonly hint: string;
};

/** `html` is the last report that could be rendered; null when there was none yet. `stale`: it is not what the files now say. */
export type Preview = {
  readonly title: string;
  readonly source: string;
  readonly html: string | null;
  readonly stale: boolean;
  readonly problems: readonly Problem[];
};

/** What the page is told when something changes; `report` names the rendering to show, null for none. */
export const previewState = (
  { title, source, stale, html, problems }: Preview,
  rendering: string,
): { readonly [key: string]: string | null } => ({
  title,
  source,
  state: html === null ? 'broken' : stale ? 'stale' : 'good',
  report: html === null ? null : `/report?${rendering}`,
  status: statusOf(problems, html !== null, stale),
  problems: problems.map(problemHtml).join(''),
});

const statusOf = (problems: readonly Problem[], shown: boolean, stale: boolean): string => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors === 0 && !stale) return 'Up to date';
  const count = errors === 1 ? 'One error' : `${errors} errors`;
  return shown ? `${count}; below is the last good report` : `${count}; no report to show yet`;
};

const problemHtml = ({ severity, where, code, sentence, excerpt, hint }: Problem): string =>
  [
    `<article class="${severity}"><p class="where">${where === '' ? '' : `<b>${htmlText(where)}</b> `}`,
    `<span class="code">${severity} ${htmlText(code)}</span></p>`,
    `<p class="sentence">${htmlText(sentence)}</p>`,
    excerpt.length === 0 ? '' : `<pre>${htmlText(excerpt.join('\n'))}</pre>`,
    hint === '' ? '' : `<p class="hint">${htmlText(hint)}</p>`,
    '</article>',
  ].join('');

/** The whole page as it is first sent; it works without its script too, but for the reloading. */
export const previewPage = (preview: Preview, rendering: string): string => {
  const state = previewState(preview, rendering);
  const text = (key: string): string => htmlText(state[key] ?? '');
  return `<!DOCTYPE html>
<html lang="en" data-state="${text('state')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${text('title')}</title>
<style>${PREVIEW_STYLE}</style>
</head>
<body>
<header>
<strong>Preview</strong>
<span id="source">${text('source')}</span>
<span id="status" role="status">${text('status')}</span>
<a href="/report" target="_blank">Open alone, to print</a>
</header>
<section id="problems" aria-label="What is wrong">${state.problems ?? ''}</section>
<div id="desk"${state.report === null ? '' : ` data-report="${text('report')}"`}>${frame(state.report ?? null)}</div>
<script>${PREVIEW_SCRIPT}</script>
</body>
</html>
`;
};

const frame = (report: string | null): string =>
  report === null
    ? ''
    : `<iframe title="The report" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" src="${htmlText(report)}"></iframe>`;
