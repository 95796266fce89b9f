// The tree as HTML: every node with its class, its attributes and its text, in the order of the tree.

import { htmlText } from '../../codec/html-text.ts';
import type { ContentPart, DocumentNode, ElementNode, GeneratedNode, Style } from '../../model/document.ts';
import type { Classes } from './classes.ts';
import { size } from './css-text.ts';
import { drawing, picture } from './drawing.ts';
import type { Lettering } from './font-faces.ts';
import { controlTexts, type Interactive, isInteractive } from './interactive.ts';
import { attributes, ownAttributes, tagOf, VOID } from './markup.ts';
import { plainText } from './plain-text.ts';
import type { Sheets } from './sheets.ts';

export type Writing = {
  readonly parts: string[];
  readonly classes: Classes;
  readonly sheets: Sheets;
  readonly lettering: Lettering;
  readonly interactive: Interactive;
};

/** The element around a node. */
export type Around = { readonly tag: string; readonly style: Style };

export const writeNode = (node: DocumentNode, around: Around, to: Writing): void => {
  if (node.kind === 'text') writeText(node.text, around.style, to);
  else if (node.kind === 'element') writeElement(node, around, to);
  else if (node.style.display === 'none') return;
  else if (node.kind === 'generated') writeGenerated(node, around, to);
  else if (node.kind === 'image') to.parts.push(picture(node, to.classes.of(node.style)));
  else {
    for (const shape of node.shapes)
      if (shape.kind === 'text') to.lettering.note({ ...node.style, fontWeight: shape.weight }, shape.text);
    to.parts.push(drawing(node, to.classes.of(node.style)));
  }
};

const writeText = (text: string, style: Style, to: Writing): void => {
  to.lettering.note(style, text);
  to.parts.push(htmlText(text));
};

const writeElement = (node: ElementNode, around: Around, to: Writing): void => {
  const tag = tagOf(node);
  const isColumn = tag === 'col' || tag === 'colgroup';
  if (node.style.display === 'none' && !isColumn) return;
  // What a browser writes before an item is in its font.
  if (node.style.display === 'list-item') to.lettering.note(node.style, '0');
  if (isInteractive(node)) {
    to.interactive.asked = true;
    to.lettering.note(node.style, controlTexts(node));
  }
  for (const name of node.style.stringSet) to.sheets.set(name, plainText(node));
  const look = isColumn ? { style: `width:${size(node.style.width)}` } : lookOf(node, around, to);
  to.parts.push(`<${tag}${attributes({ id: node.id, ...look })}${ownAttributes(node.attributes)}>`);
  if (VOID.has(tag)) return;
  // A parser drops the first line feed of a `pre`.
  if (tag === 'pre' && startsWithLineFeed(node)) to.parts.push('\n');
  const within = { tag, style: node.style };
  for (const child of node.children) writeNode(child, within, to);
  to.parts.push(`</${tag}>`);
};

const startsWithLineFeed = ({ children: [first] }: ElementNode): boolean =>
  first?.kind === 'text' && first.text.startsWith('\n');

type Look = { readonly class: string | null; readonly dir: string | null };

const lookOf = ({ style, attributes: written }: ElementNode, around: Around, to: Writing): Look => {
  const names = [to.classes.of(style), to.sheets.pageClass(style.page) ?? ''].filter((name) => name !== '');
  // The attribute, other than the property, parts an inline from the text around it as well.
  const turns = style.direction !== around.style.direction && written.dir === undefined;
  return { class: names.length === 0 ? null : names.join(' '), dir: turns ? style.direction : null };
};

/** What a parser would move out of a table stands in a row or cell of its own. */
const FRAMES: Readonly<Record<string, readonly string[]>> = {
  table: ['tbody', 'tr', 'td'],
  thead: ['tr', 'td'],
  tbody: ['tr', 'td'],
  tr: ['td'],
};
const DISPLAYS: Readonly<Record<string, string>> = {
  tbody: 'table-row-group',
  tr: 'table-row',
  td: 'table-cell',
};

const writeGenerated = (node: GeneratedNode, around: Around, to: Writing): void => {
  const text = node.content.map(partText).join('');
  if (text === '') return;
  const frame = FRAMES[around.tag] ?? [];
  const open = frame.map((tag) => `<${tag}${attributes({ style: `display:${DISPLAYS[tag]}` })}>`);
  const close = frame.toReversed().map((tag) => `</${tag}>`);
  const className = to.classes.of(node.style);
  const head = attributes({ class: className === '' ? null : className });
  to.parts.push(...open, `<span${head}>`);
  writeText(text, node.style, to);
  to.parts.push('</span>', ...close);
};

/** Which page something is on is known to paper alone, so that page numbers and the dots that lead to them are left out. */
const partText = (part: ContentPart): string => (part.kind === 'text' ? part.text : '');
