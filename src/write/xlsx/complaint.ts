// One way to say what is wrong with a workbook: as a diagnostic on the template that asked for it.
import type { SourcePlace } from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';

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
