// A laid-out page as text: all that is painted on it, to hold one layout against another.

import { type Page, placed } from '../../../src/write/pdf/pages/pages.ts';
import type { PlacedPage } from '../../../src/write/pdf/pages/placed.ts';

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The page as the painter gets it, with its decorations in the order of the document. */
export const inOrder = (page: Page): PlacedPage => ({
  ...page,
  content: page.content.map(placed),
  decorations: [...page.decorations].sort((a, b) => a.order - b.order),
});

/** All that is painted on a page, as text. */
export const shown = (page: PlacedPage): readonly string[] => [
  page.name,
  ...page.content.map((placed) => {
    const words =
      placed.kind === 'line'
        ? placed.line.parts.map(({ piece, x }) =>
            'word' in piece ? `${piece.word.text}@${round(x)}` : piece.kind,
          )
        : ['drawing'];
    return `${round(placed.x)},${round(placed.top)} ${placed.repeated} ${words.join(' ')}`;
  }),
  ...page.decorations.map(
    (one) => `box ${[one.x, one.top, one.width, one.height].map(round)} ${one.begins} ${one.ends}`,
  ),
  ...page.anchors.map(
    ({ anchor, top }) => `anchor ${anchor.id} ${anchor.strings.map(({ value }) => value)} ${round(top)}`,
  ),
];
