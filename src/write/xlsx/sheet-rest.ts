// What a sheet still lacks when exceljs has written it: what mending adds to its part.
import type { Sheet } from '../../model/workbook.ts';
import { Failure } from '../../problem.ts';

export type SheetRest = {
  readonly sheet: Sheet;
  /** `hyperlink` elements that lead to cells of the workbook, without the element around them. */
  readonly links: string;
  /** The `dataValidations` element, or nothing. */
  readonly validations: string;
  /** Rows whose height merely fits their text. */
  readonly fitted: ReadonlySet<number>;
};

/** What a mend throws that does not find what it is for. */
export const libraryChanged = (mend: string): Failure =>
  new Failure('bug', `The spreadsheet library changed: ${mend}.`, 'Please report this.');
