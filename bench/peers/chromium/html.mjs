// The HTML that template/report.hbs yields, made without our engine, with the theme where a browser can take it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FONTS, HERE } from '../../places.mjs';
import { afterLink, answerOf, HEADERS, headingOf, runningHead } from '../look.mjs';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
const each = (list, draw) => list.map(draw).join('\n');

const entry = (part, inner) => `<li><a href="#${part.id}">${escaped(headingOf(part))}</a>${inner}</li>`;

const contentsOf = (areas) => `<nav class="contents"><h1>Contents</h1><ol class="toc">
${each(areas, (area) => entry(area, `<ol>${each(area.resources, (part) => entry(part, ''))}</ol>`))}
</ol></nav>`;

const evidenceOf = (one) => `<p><a href="${one.url}">${one.id}</a>${escaped(afterLink(one))}</p>`;

const answersOf = (duty) =>
  answerOf(duty)
    .map((text, index) => `<p${index === 0 ? ' class="id"' : ''}>${escaped(text)}</p>`)
    .join('');

const rowOf = (duty) => `<tr><th scope="row">${answersOf(duty)}</th>
<td>${escaped(duty.text)}</td><td>${escaped(duty.statement)}</td><td>${each(duty.evidence, evidenceOf)}</td></tr>`;

const dutiesOf = (duties) => `<table class="duties">
<colgroup><col class="answer"><col class="text"><col class="text"><col class="evidence"></colgroup>
<thead><tr>${each(HEADERS, (head) => `<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${each(duties, rowOf)}</tbody></table>`;

const areaOf = (area) => `<section class="area"><h1 id="${area.id}">${escaped(headingOf(area))}</h1>
<p>${escaped(area.scope)}</p>
${each(area.resources, (part) => `<h2 id="${part.id}">${escaped(headingOf(part))}</h2>${dutiesOf(part.duties)}`)}
</section>`;

const coverOf = (pack) => `<section class="cover"><p class="organisation">${escaped(pack.organisation)}</p>
<p class="kind">${escaped(pack.kind)}</p><p class="title">${escaped(pack.title)}</p><p class="period">${pack.period}</p>
<p class="running-head">${escaped(runningHead(pack))}</p><p>${escaped(pack.summary)}</p>
<table class="keys"><colgroup><col class="key"><col></colgroup><tbody>
${each(pack.keys, ({ name, value }) => `<tr><th scope="row">${name}</th><td>${escaped(value)}</td></tr>`)}
</tbody></table></section>`;

/** A browser knows no named strings, so the running head is written into the sheet; and its own sheet spaces what ours does not. */
const RESET =
  'html, body { margin: 0; } table { border-collapse: separate; border-spacing: 0; } @page { font-family: "Plex Sans"; }';
const theme = () =>
  readFileSync(join(HERE, 'template/theme.css'), 'utf8')
    .replace('bundled/ibm-plex-sans/400.ttf', pathToFileURL(FONTS.regular).href)
    .replace('bundled/ibm-plex-sans/600.ttf', pathToFileURL(FONTS.semibold).href);
const THEME = `${RESET}\n${theme()}`;

export const htmlOf = (pack) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(pack.title)}</title>
<style>${THEME.replace('string(head)', JSON.stringify(runningHead(pack)))}</style></head>
<body>
${coverOf(pack)}
${contentsOf(pack.areas)}
${each(pack.areas, areaOf)}
</body></html>`;
