// What is wrong with a document, collected over the whole of it and thrown together.

import type { SourcePlace } from '../../model/document.ts';
import { type Diagnostic, type DiagnosticCode, Failure } from '../../problem.ts';

export type Troubles = Map<string, Diagnostic>;

/** Notes one trouble; the same sentence at the same place counts once, however often layout meets it. */
export function noteTrouble(
  troubles: Troubles,
  code: DiagnosticCode,
  at: SourcePlace | null,
  sentence: string,
  hint: string,
): void {
  const place = at === null ? null : { line: at.line, column: at.column, length: 1 };
  const file = at?.template ?? 'document';
  const key = `${code} ${file} ${place?.line ?? 0}:${place?.column ?? 0} ${sentence}`;
  troubles.set(key, { code, severity: 'error', file, place, excerpt: null, sentence, hint });
}

/** Throws Failure 'template-invalid' with every trouble, or does nothing when there is none. */
export function throwTroubles(troubles: Troubles): void {
  if (troubles.size === 0) return;
  throw new Failure(
    'template-invalid',
    troubles.size === 1
      ? 'The document cannot be written: it has a problem.'
      : `The document cannot be written: it has ${troubles.size} problems.`,
    'Mend what the diagnostics name; nothing was written.',
    { diagnostics: [...troubles.values()] },
  );
}
