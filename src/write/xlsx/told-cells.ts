// What exceljs is told of the cells: the first of each look, from which it makes the table of styles, whatever links out of the workbook,
// and what spans cover. The rows themselves are written without it.
import type { Style } from 'exceljs';
import type { Cell } from '../../model/workbook.ts';
import { isOuterLink } from './cell-xml.ts';
import { libraryChanged } from './library-changed.ts';
import { spellUrl } from './links.ts';
import type { SharedStrings } from './shared-strings.ts';

/** A look of cells: as exceljs takes it, and its number in the table of styles, from 1. */
export type Look = { readonly style: Partial<Style>; readonly number: number };

/** A cell as exceljs's writer takes it. */
export type ToldCell = {
  readonly address: string;
  /** exceljs's number for the kind of cell. */
  readonly type: number;
  readonly style: Partial<Style>;
  /** Where exceljs notes the number that it gives the style. */
  readonly styleId: number;
  /** The number that the rows have. */
  readonly look: number;
  readonly value?: string;
  readonly text?: string;
  readonly hyperlink?: string;
  readonly master?: string;
};
export type ToldRow = { readonly number: number; readonly cells: readonly ToldCell[] };

const KIND = { empty: 0, merged: 1, text: 3, link: 5 } as const;

/** What exceljs has to know of a cell; null when that is nothing. */
export type Teller = (cell: Cell, address: string, look: Look) => ToldCell | null;

/** Asked for all cells of a workbook in order, each when its text is among the `strings`. */
export const newTeller = (strings: SharedStrings): Teller => {
  let looks = 0;
  let texts = false;
  return ({ value, formula }, address, look) => {
    const linked = formula === null && isOuterLink(value);
    // Without any text exceljs would say that there is no part for texts.
    const first = !texts && strings.count() > 0;
    if (look.number <= looks && !linked && !first) return null;
    looks = Math.max(looks, look.number);
    texts ||= first;
    const { style, number } = look;
    const told = { address, style, styleId: 0, look: number };
    if (linked) return { ...told, type: KIND.link, text: '', hyperlink: spellUrl(value.target.url) };
    return first ? { ...told, type: KIND.text, value: '' } : { ...told, type: KIND.empty };
  };
};

/** A cell under the span of the one at `master`. */
export const coveredCell = (address: string, { style, number }: Look, master: string): ToldCell => ({
  address,
  style,
  styleId: 0,
  look: number,
  type: KIND.merged,
  master,
});

/** Throws where exceljs has numbered a look otherwise than the rows have it. */
export const checkLooks = (rows: readonly ToldRow[]): void => {
  for (const { cells } of rows)
    cells.forEach(({ styleId, look }) => {
      if (styleId !== look)
        throw libraryChanged('style-numbers: a look has not the number that its cells say');
    });
};
