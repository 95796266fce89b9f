// A template's file as text, and how a stretch of it becomes a place in a diagnostic. Line ends are counted as Handlebars
// counts them (CR, LF or both), so that its line and column lead back to the same character.
import type { SourcePlace } from '../model/document.ts';
import type { Diagnostic, DiagnosticCode } from '../problem.ts';

export type SourceText = {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
};
/** A stretch of a file, by offset and length in UTF-16 units. */
export type Spot = { readonly source: SourceText; readonly offset: number; readonly length: number };

export const sourceText = (file: string, text: string): SourceText => {
  const ends = [...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length);
  return { file, text, lineStarts: [0, ...ends] };
};

/** Offset of a one-based line and zero-based column. */
export const offsetOf = (source: SourceText, line: number, column: number): number =>
  Math.min((source.lineStarts[line - 1] ?? source.text.length) + column, source.text.length);

/** Zero-based index of the line that holds `offset`, by halving. */
const lineIndex = (source: SourceText, offset: number): number => {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** One-based line and column of the spot's first character. */
export const placeOf = (spot: Spot): SourcePlace => {
  const index = lineIndex(spot.source, spot.offset);
  const column = spot.offset - (spot.source.lineStarts[index] ?? 0) + 1;
  return { template: spot.source.file, line: index + 1, column };
};

/** An error at a spot, with its line as excerpt; the caret never runs past the line's end. */
export const errorAt = (spot: Spot, code: DiagnosticCode, sentence: string, hint: string): Diagnostic => {
  const { line, column } = placeOf(spot);
  const from = spot.source.lineStarts[line - 1] ?? 0;
  const excerpt = spot.source.text
    .slice(from, spot.source.lineStarts[line] ?? spot.source.text.length)
    .replace(/[\r\n]+$/, '');
  const length = Math.max(1, Math.min(spot.length, excerpt.length - column + 1));
  return {
    code,
    severity: 'error',
    file: spot.source.file,
    place: { line, column, length },
    excerpt,
    sentence,
    hint,
  };
};

/** An error about a file as a whole, or about one that is not there. */
export const errorIn = (file: string, code: DiagnosticCode, sentence: string, hint: string): Diagnostic => ({
  code,
  severity: 'error',
  file,
  place: null,
  excerpt: null,
  sentence,
  hint,
});
