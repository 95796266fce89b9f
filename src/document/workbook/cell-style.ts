// A cell's style from the theme: its own and, for what CSS does not inherit but paints behind, its row's and row group's.
import type { Style } from '../../model/document.ts';
import type { CellStyle } from '../../model/workbook.ts';
import type { Computed } from '../style/computed.ts';

/** From the cell outwards: cell, row, row group. */
type Chain = readonly [Computed, Computed, Computed];

type Step<T> = WeakMap<Computed, T>;
const known: Step<Step<Step<CellStyle>>> = new WeakMap();

/** One object for all cells that look alike, because a register has as many cells as it has few looks. */
export const cellStyle = (chain: Chain): CellStyle => {
  const [cell, row, group] = chain;
  const ofCell = known.get(cell) ?? new WeakMap();
  const ofRow = ofCell.get(row) ?? new WeakMap();
  const found = ofRow.get(group) ?? lookOf(chain);
  known.set(cell, ofCell.set(row, ofRow.set(group, found)));
  return found;
};

const lookOf = (chain: Chain): CellStyle => {
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

/** At the start a spreadsheet sets texts left and numbers right by itself; it knows no decimal points. */
const alignOf = ({ textAlign, direction }: Style): CellStyle['align'] => {
  if (textAlign === 'end') return direction === 'ltr' ? 'right' : 'left';
  return textAlign === 'left' || textAlign === 'right' || textAlign === 'center' ? textAlign : null;
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
