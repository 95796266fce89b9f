// The text of a part of the document on one line, for running strings.

import type { DocumentNode } from '../../model/document.ts';

/** White space is collapsed. Page numbers have no text of their own, pictures their alternative text. */
export const plainText = (node: DocumentNode): string =>
  rawText(node)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();

const rawText = (node: DocumentNode): string => {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'drawing' || node.kind === 'image') return node.alt === '' ? '' : ` ${node.alt} `;
  if (node.kind === 'generated')
    return node.content.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  if (node.style.display === 'none') return '';
  const inside = node.tag === 'br' ? ' ' : node.children.map(rawText).join('');
  return node.style.display === 'inline' ? inside : ` ${inside} `;
};
