// Links from a cell to another cell of the same workbook: a place, not a formula and not a file.
import type { Sheet } from '../../model/workbook.ts';
import { columnLetters, type PlacedCell, placeCells, quoteSheet } from './grid.ts';
import { escapeXml } from './text.ts';

/** The `hyperlink` elements of one sheet, without the element around them. */
export const innerLinks = (sheet: Sheet | undefined): string =>
  sheet === undefined ? '' : placeCells(sheet).map(innerLink).join('');

const innerLink = ({ cell, row, column }: PlacedCell): string => {
  if (cell.value.kind !== 'link' || cell.value.target.kind !== 'sheet') return '';
  const { sheet, cell: target } = cell.value.target;
  return `<hyperlink ref="${columnLetters(column)}${row}" location="${escapeXml(`${quoteSheet(sheet)}!${target}`)}"/>`;
};
