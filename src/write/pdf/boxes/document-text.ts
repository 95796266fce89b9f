// Plain text of a part of the document, for bookmarks, running headers and what a link is called.

import type { DocumentNode } from '../../../model/document.ts';

/** The text of a node and all below it, white space collapsed. Counters and targets have no text of their own. */
export function textOf(node: DocumentNode): string {
  return rawText(node)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
}

/** Whether a node has any text, which is told without putting it together. */
export function saysAnything(node: DocumentNode): boolean {
  switch (node.kind) {
    case 'text':
      return node.text.trim() !== '';
    case 'drawing':
    case 'image':
      return node.alt.trim() !== '';
    case 'generated':
      return node.content.some((part) => part.kind === 'text' && part.text.trim() !== '');
    case 'element':
      return node.style.display !== 'none' && node.tag !== 'br' && node.children.some(saysAnything);
  }
}

function rawText(node: DocumentNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'drawing':
    case 'image':
      return node.alt === '' ? '' : ` ${node.alt} `;
    case 'generated':
      return node.content.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    case 'element':
      if (node.style.display === 'none') return '';
      return node.tag === 'br' ? ' ' : separate(node.style.display, node.children.map(rawText).join(''));
  }
}

const separate = (display: string, text: string): string => (display === 'inline' ? text : ` ${text} `);
