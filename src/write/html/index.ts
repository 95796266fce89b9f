// A document as one HTML file that needs nothing else: fonts and pictures are inside it, and nothing in it runs but our
// script for interactive tables, where it has any.

import { htmlText } from '../../codec/html-text.ts';
import type { Document } from '../../model/document.ts';
import { makeClasses } from './classes.ts';
import { fontCss, type Lettering, makeLettering } from './font-faces.ts';
import { CONTROLS, SCRIPT_ELEMENT, scriptSource } from './interactive.ts';
import { attributes } from './markup.ts';
import { type Around, type Writing, writeNode } from './nodes.ts';
import { makePaper, type Paper } from './paper.ts';
import { GROUND, sheets } from './screen-css.ts';
import { makeSheets } from './sheets.ts';

/** Styles, fonts and pictures from inside the file; scripts, frames, forms and every address outside it are shut out. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * The whole file as text; the same document gives the same text. A browser shows one sheet for each run of pages and prints
 * on the document's own pages. It knows no page numbers in running text, so those and their leaders are left out.
 */
export const writeHtml = (document: Document): string => {
  const { body } = document;
  const lettering = makeLettering();
  const paper = makePaper(document.pages, lettering);
  const writing = newWriting(paper, lettering, body.style.page);
  const around: Around = { tag: 'body', style: body.style };
  for (const child of body.children) {
    writing.sheets.begin(child);
    writeNode(child, around, writing);
  }
  writing.sheets.end();
  const bodyHead = attributes({ id: body.id, class: writing.classes.of(body.style) });
  return [
    '<!DOCTYPE html>\n',
    `<html${attributes({ lang: document.language, dir: body.style.direction })}>\n`,
    head(document, writing, paper),
    `<body${bodyHead}>\n<main>\n`,
    ...writing.parts,
    '</main>\n',
    writing.interactive.asked ? SCRIPT_ELEMENT : '',
    '</body>\n</html>\n',
  ].join('');
};

const newWriting = (paper: Paper, lettering: Lettering, page: string): Writing => {
  const parts: string[] = [];
  const sheets = makeSheets(parts, paper, page);
  return { parts, classes: makeClasses(), sheets, lettering, interactive: { asked: false } };
};

/** Comes after the body in time: only then is it known which styles, fonts and pages the document has. */
const head = (document: Document, { classes, lettering, interactive }: Writing, paper: Paper): string => {
  const css = [
    fontCss(document.fonts, lettering),
    GROUND,
    classes.css(),
    paper.css(),
    sheets(document.body.style.backgroundColor),
    interactive.asked ? CONTROLS : '',
  ];
  const policy = interactive.asked ? `${POLICY}; ${scriptSource()}` : POLICY;
  const meta = { description: document.subject, author: document.author, generator: document.producer };
  return [
    '<head>\n<meta charset="utf-8">\n',
    `<meta${attributes({ 'http-equiv': 'Content-Security-Policy', content: policy })}>\n`,
    '<meta name="viewport" content="width=device-width">\n',
    `<title>${htmlText(document.title)}</title>\n`,
    ...Object.entries({ ...meta, keywords: document.keywords.join(', '), date: document.date })
      .filter(([, content]) => content !== '')
      .map(([name, content]) => `<meta${attributes({ name, content })}>\n`),
    '<style>\n',
    ...css,
    '</style>\n</head>\n',
  ].join('');
};
