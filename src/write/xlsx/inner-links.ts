// Links from a cell to another cell of the same workbook: a place, not a formula and not a file.

import { columnLetters, quoteSheet } from '../../model/sheet-address.ts';
import type { Cell } from '../../model/workbook.ts';
import { escapeXml } from './text.ts';

/** The `hyperlink` element of one cell; empty where it links nowhere or out of the workbook. */
export const innerLink = ({ value }: Cell, row: number, column: number): string => {
  if (value.kind !== 'link' || value.target.kind !== 'sheet') return '';
  const { sheet, cell } = value.target;
  return `<hyperlink ref="${columnLetters(column)}${row}" location="${escapeXml(`${quoteSheet(sheet)}!${cell}`)}"/>`;
};
