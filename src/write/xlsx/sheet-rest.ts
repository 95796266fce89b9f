// What a sheet still lacks when exceljs has written it: what mending adds to its part.
import type { Sheet } from '../../model/workbook.ts';
import type { ToldRow } from './told-cells.ts';

export type SheetRest = {
  readonly sheet: Sheet;
  /** What stands in the `sheetData` element. */
  readonly rows: Uint8Array;
  /** `hyperlink` elements that lead to cells of the workbook, without the element around them. */
  readonly links: string;
  /** The `dataValidations` element, or nothing. */
  readonly validations: string;
  /** The cells that exceljs was told of. */
  readonly told: readonly ToldRow[];
};
