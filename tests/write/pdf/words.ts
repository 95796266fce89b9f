// Reads laid-out pages as plain data: which words stand where.

import type { Leaf, Structure } from '../../../src/write/pdf/boxes/structure.ts';
import type { Layout, PlacedLine, PlacedPage } from '../../../src/write/pdf/pages/placed.ts';

export type PlacedWord = {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** The pieces of a line that are text, in order; spaces too when asked for. */
const textOfLine = (line: PlacedLine): string =>
  line.line.parts
    .map(({ piece }) => (piece.kind === 'word' || piece.kind === 'space' ? piece.word.text : ''))
    .join('');

export const linesOf = (page: PlacedPage): readonly PlacedLine[] =>
  page.content.flatMap((placed) => (placed.kind === 'line' && !placed.repeated ? [placed] : []));

/** Every line of text, one string a line, repeated headers and margin boxes left out. */
export const lineTexts = (layout: Layout): readonly (readonly string[])[] =>
  layout.pages.map((page) => linesOf(page).map((line) => textOfLine(line).trim()));

/** Words of a layout in the order they are painted, with their boxes. */
export function wordsOf(layout: Layout): readonly PlacedWord[] {
  return layout.pages.flatMap((page, index) =>
    linesOf(page).flatMap((placed) =>
      placed.line.parts.flatMap(({ piece, x, width }): PlacedWord[] => {
        if (piece.kind !== 'word') return [];
        const left = placed.x + x;
        const bottom = placed.top + placed.line.height;
        return [{ text: piece.word.text, page: index, left, right: left + width, top: placed.top, bottom }];
      }),
    ),
  );
}

/** The text as a screen reader meets it: in the order of the structure tree, put together over all pages. */
export function readingText(layout: Layout): string {
  const texts = new Map<Leaf, string>();
  for (const placed of layout.pages.flatMap(linesOf)) {
    for (const { piece } of placed.line.parts) {
      if ((piece.kind !== 'word' && piece.kind !== 'space') || piece.ink.leaf === null) continue;
      texts.set(piece.ink.leaf, (texts.get(piece.ink.leaf) ?? '') + piece.word.text);
    }
  }
  const read = (part: Structure | Leaf): string =>
    part.kind === 'leaf' ? (texts.get(part) ?? '') : `${part.children.map(read).join('')} `;
  return read(layout.structure).replace(/ +/g, ' ').trim();
}
