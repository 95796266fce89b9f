// A page with interactive tables: teams with figures, days and words in two groups, and texts that mean to be markup.

const NAMES = [
  'Ledger',
  'payments',
  'Älteste',
  'Öl',
  'accounts',
  'Zinc',
  '<img src=x onerror=window.injected=1>',
  'Mails',
];
const RESULTS = ['Supported', 'Not supported', 'Waived'];
const COUNT = 60;
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Each team's cells in the order of the document; days and figures repeat, so that some rows are equal. */
export const TEAMS = Array.from({ length: COUNT }, (_, index) => ({
  id: `t${index}`,
  name: `${NAMES[index % NAMES.length]} ${(index * 37) % 11}`,
  duties: (index * 7919) % 1201,
  day: index % 9 === 4 ? null : `2026-${String(1 + ((index * 5) % 12)).padStart(2, '0')}-15`,
  result: RESULTS[(index * 2) % 3],
}));

const row = ({ id, name, duties, day, result }) =>
  `<tr id="${id}"><td>${escaped(name)}</td><td><data value="${duties}">${duties.toLocaleString('en-GB')}</data></td><td>${day === null ? '' : `<time datetime="${day}">${day.split('-').reverse().join('.')}</time>`}</td><td>${result}</td></tr>`;

const group = (heading, teams) =>
  `<tbody><tr><th scope="rowgroup" colspan="4">${heading}</th></tr>${teams.map(row).join('')}</tbody>`;
const HEAD =
  '<thead><tr><th>Team</th><th>Duties</th><th>Due</th><th data-choices="All results">Result</th></tr></thead>';
const LABELS = 'data-filter-label="Find &lt;b&gt; teams" data-count-label="{shown} of {all} rows"';

export const TEAMS_PAGE = {
  html: `<html lang="en"><head><title>Teams</title></head><body><p><a href="#t3">to one team</a></p>
<table id="all" data-interactive="sort filter" ${LABELS}>${HEAD}${group('North', TEAMS.slice(0, 30))}${group('South', TEAMS.slice(30))}<tfoot><tr><td colspan="4">All teams</td></tr></tfoot></table>
<table id="few" data-interactive="sort">${HEAD.replace(' data-choices="All results"', '')}<tbody>${TEAMS.slice(
    0,
    3,
  )
    .map((team) => row({ ...team, id: `few-${team.id}` }))
    .join('')}</tbody></table>
<table id="plain"><tbody><tr><td>b</td></tr><tr><td>a</td></tr></tbody></table></body></html>`,
  css: `@font-face { font-family: "Sans"; font-weight: 400; font-style: normal; src: url("bundled/ibm-plex-sans/400.ttf"); }
@font-face { font-family: "Sans"; font-weight: 700; font-style: normal; src: url("bundled/ibm-plex-sans/700.ttf"); }
@page { size: 540px 672px; margin: 48px; } body { font-family: "Sans"; font-size: 12px; line-height: 16px; color: #1b232c; }
td, th { padding: 2px 8px; text-align: left; }`,
};
