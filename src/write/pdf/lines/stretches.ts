// The text of a paragraph across its inline elements: what breaks and writing directions are found in.

import type { Inline } from '../boxes/box.ts';
import { dynamicText, type Knowledge } from './dynamic.ts';

/** The text that one item makes. Objects stand as U+FFFC so that lines may break beside them. */
export function stretchText(item: Inline, known: Knowledge): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'dynamic':
      return dynamicText(item.part, known.uses.get(item.use.number) ?? null, known);
    case 'drawing':
      return '\ufffc';
    case 'break':
      return '\n';
    default:
      return '';
  }
}
