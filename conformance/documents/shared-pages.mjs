// Pages of the part of the subset that a browser draws alike: what its print is held against. Lengths are whole CSS pixels,
// because a browser rounds boxes to them and a PDF does not.

const THEME = `
@font-face { font-family: "Sans"; font-weight: 400; font-style: normal; src: url("bundled/ibm-plex-sans/400.ttf"); }
@font-face { font-family: "Sans"; font-weight: 400; font-style: italic; src: url("bundled/ibm-plex-sans/400-italic.ttf"); }
@font-face { font-family: "Sans"; font-weight: 700; font-style: normal; src: url("bundled/ibm-plex-sans/700.ttf"); }
@page { size: 540px 672px; margin: 48px; }
body { font-family: "Sans"; font-size: 14px; line-height: 20px; color: #1b232c; }
`;

const WORDS =
  'alerts on error rate and latency are created with each app and read every month by the team that owns it'.split(
    ' ',
  );
/** `count` words that differ from place to place, so that lines break at many widths. */
const prose = (count, from = 0) =>
  Array.from(
    { length: count },
    (_, index) => WORDS[(from + index * 7 + Math.floor(index / 5)) % WORDS.length],
  ).join(' ');
const paragraphs = (count, words) =>
  Array.from({ length: count }, (_, index) => `<p>${prose(words + (index % 4) * 9, index)}.</p>`).join('\n');

const page = (name, body, css = '') => ({
  name,
  html: `<html lang="en"><head><title>${name}</title></head><body>${body}</body></html>`,
  css: THEME + css,
});

export const SHARED = [
  page(
    'text',
    `<h1>A heading of the first level</h1>${paragraphs(3, 40)}
     <p class="end">${prose(30)}</p><p class="center">${prose(28)}</p><p class="both">${prose(70)}</p>
     <p>Some <strong>strong words</strong>, <em>stressed words</em>, H<sub>2</sub>O, x<sup>2</sup> and <span class="wide">letters apart</span>.</p>
     <blockquote><p>${prose(40)}</p></blockquote><pre>kept   spaces
and lines</pre>`,
    '.end { text-align: right; } .center { text-align: center; } .both { text-align: justify; } .wide { letter-spacing: 2px; } pre { font-family: "Sans"; }',
  ),
  page(
    'margins and boxes',
    `<div class="outer"><div class="inner"><p>${prose(30)}</p></div></div><p class="far">${prose(20)}</p>
     <div class="box"><p>${prose(40)}</p><p>${prose(12)}</p></div><div class="half"><p>${prose(20)}</p></div>
     <div class="box round"><p>${prose(20)}</p></div><hr>`,
    `.outer { margin: 20px 0; } .inner { margin: 30px 0; } .far { margin-top: 24px; }
     .box { border: 2px solid #14406b; padding: 8px 12px; background-color: #f2f5f8; margin-bottom: 10px; }
     .half { width: 50%; margin-left: auto; border-left: 4px solid #9a6700; padding-left: 6px; } .round { border-radius: 8px; }`,
  ),
  page(
    'lists',
    `<ul><li>${prose(9)}</li><li>${prose(40)}<ul><li>${prose(5)}</li><li>${prose(30)}</li></ul></li></ul>
     <ol start="3"><li>${prose(8)}</li><li>${prose(25)}</li></ol><ol class="roman"><li>one</li><li>two</li></ol>`,
    '.roman { list-style-type: lower-roman; }',
  ),
  page(
    'tables',
    `<table><colgroup><col class="a"><col class="b"><col class="c"></colgroup>
     <thead><tr><th scope="col">Id</th><th scope="col">What</th><th scope="col">Count</th></tr></thead><tbody>
     ${Array.from({ length: 24 }, (_, index) => `<tr><td>D-${index + 1}</td><td>${prose(6 + ((index * 5) % 20), index)}</td><td class="end">${index * 37}</td></tr>`).join('')}
     <tr><td colspan="2">${prose(9)}</td><td class="end">9</td></tr></tbody></table>`,
    `table { width: 444px; } th, td { text-align: left; padding: 3px 6px; border-bottom: 1px solid #c9d1d9; } tr, thead { break-inside: avoid; }
     .a { width: 64px; } .b { width: 300px; } .c { width: 80px; } .end { text-align: right; } thead th { background-color: #f2f5f8; }`,
  ),
  page(
    'grids',
    `<dl class="keys">${['Team', 'System', 'Period', 'Distribution'].map((key, index) => `<dt>${key}</dt><dd>${prose(5 + index * 9, index)}</dd>`).join('')}</dl>
     <div class="cards"><div><p>${prose(9)}</p></div><div><p>${prose(20)}</p></div><div><p>${prose(4)}</p></div><p class="across">${prose(22)}</p></div>`,
    `.keys { display: grid; grid-template-columns: 80px 1fr; column-gap: 10px; row-gap: 4px; } dd { margin: 0; }
     .cards { display: grid; grid-template-columns: 1fr 2fr 1fr; gap: 8px; margin-top: 12px; } .across { grid-column: 1 / -1; margin: 0; } .cards div p { margin: 0; }`,
  ),
  page(
    'drawings',
    `<p><svg viewBox="0 0 200 60" width="200px" height="60px" role="img" aria-label="Shapes"><rect x="4" y="4" width="60" height="50" rx="6" fill="#14406b"/><circle cx="100" cy="30" r="24" fill="none" stroke="#a4262c" stroke-width="4"/><path d="M140 50 L165 10 L190 50 Z" fill="#1a6b3c"/><line x1="0" y1="58" x2="200" y2="58" stroke="#333333" stroke-width="2"/></svg></p><p>${prose(30)}</p>`,
  ),
  page(
    'pages',
    `${paragraphs(5, 30)}<h1>A heading that stays with its text</h1>${paragraphs(6, 40)}<section class="next"><h2>On a page of its own</h2>${paragraphs(4, 60)}</section><section class="across"><h2>Landscape</h2>${paragraphs(3, 60)}</section>`,
    '.next { break-before: page; } .across { page: across; } @page across { size: 672px 540px; margin: 48px; } p { orphans: 2; widows: 2; }',
  ),
];
