// A cell's style from the theme: its own and, for what CSS does not inherit but paints behind, its row's and row group's.
import type { Style } from '../../model/document.ts';
import type { CellStyle } from '../../model/workbook.ts';
import type { Computed } from '../style/computed.ts';

/** From the cell outwards: cell, row, row group. */
export const cellStyle = (chain: readonly [Computed, ...Computed[]]): CellStyle => {
  const [{ style }] = chain;
  return {
    bold: style.fontWeight >= 600,
    italic: style.fontStyle === 'italic',
    fontSize: style.fontSize,
    color: style.color,
    fill: chain.map((computed) => computed.style.backgroundColor).find((color) => color !== null) ?? null,
    align: alignOf(style),
    valign:
      style.verticalAlign === 'middle' || style.verticalAlign === 'bottom' ? style.verticalAlign : 'top',
    wrap: style.whiteSpace !== 'nowrap',
    border: borderOf(chain),
  };
};

/** Left is where a text begins by itself; a spreadsheet sets numbers right, and knows no decimal points. */
const alignOf = ({ textAlign, direction }: Style): CellStyle['align'] => {
  const end = direction === 'ltr' ? 'right' : null;
  if (textAlign === 'end') return end;
  return textAlign === 'right' || textAlign === 'center' ? textAlign : null;
};

/** A worksheet's cell has one border or none: the bottom one, else any that is drawn. */
const borderOf = (chain: readonly Computed[]): CellStyle['border'] => {
  const edges = chain.flatMap(({ style: { border } }) => [
    border.bottom,
    border.top,
    border.left,
    border.right,
  ]);
  const drawn = edges.find(({ style, width }) => style !== 'none' && width > 0);
  return drawn === undefined ? null : { color: drawn.color };
};
