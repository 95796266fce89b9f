// The one way in which the program stops when exceljs writes something else than it is mended for.
import { Failure } from '../../problem.ts';

/** What a mend throws that does not find what it is for. */
export const libraryChanged = (mend: string): Failure =>
  new Failure('bug', `The spreadsheet library changed: ${mend}.`, 'Please report this.');
