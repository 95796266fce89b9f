// One way to say what is wrong with a workbook: as a diagnostic on the template that asked for it.
import type { SourcePlace } from '../../model/document.ts';
import type { Sheet } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';

/** What is wrong with something that is named elsewhere; the sentence goes on from that name. */
export type Trouble = readonly [code: Diagnostic['code'], sentence: string, hint: string];

/** Points into the template where the place is known, else at the workbook as a whole. */
export const complaint = (
  code: Diagnostic['code'],
  at: SourcePlace | null,
  sentence: string,
  hint: string,
): Diagnostic => ({
  code,
  severity: 'error',
  file: at?.template ?? 'workbook',
  place: at === null ? null : { line: at.line, column: at.column, length: 1 },
  excerpt: null,
  sentence,
  hint,
});

/** Troubles of what `name` names, at the first place of its sheet. */
export const complaints = (sheet: Sheet, name: string, troubles: readonly Trouble[]): readonly Diagnostic[] =>
  troubles.map(([code, sentence, hint]) => complaint(code, firstPlace(sheet), `${name}: ${sentence}`, hint));

/** Where the template wrote the first cell. */
export const firstPlace = (sheet: Sheet): SourcePlace | null => sheet.rows[0]?.cells[0]?.at ?? null;
