// A file's bytes as text with places in it. Every reader starts here: size, UTF-8 and emptiness are checked once, line ends
// and byte-order mark are levelled, and an offset becomes the line, column and excerpt that a diagnostic shows.
import type { Diagnostic, DiagnosticCode, Place } from '../problem.ts';
import type { SourceFile } from './reading.ts';

/** Text with `\n` line ends and no byte-order mark; `lines` are without their ends, so lines and columns are those of the file. */
export type SourceText = {
  readonly name: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly starts: ArrayLike<number>;
  /** Where the text ends for a reader: the end of a file that ends with a line end is shown on its last line with text. */
  readonly end: number;
};

/** Offsets into `SourceText.text`; `end` is exclusive. */
export type Span = { readonly start: number; readonly end: number };

export type Trouble = { readonly code: DiagnosticCode; readonly sentence: string; readonly hint: string };

const MEGABYTE = 1_000_000;

/** The text of a file of at most `megabytes`, or the one diagnostic that says why there is none. */
export const sourceText = (file: SourceFile, megabytes: number): SourceText | Diagnostic => {
  const trouble = sizeTrouble(file.bytes, megabytes) ?? binaryTrouble(file.bytes);
  if (trouble !== null) return aboutFile(file.name, trouble);
  const text = decode(file.bytes);
  if (text === null) return aboutFile(file.name, notUtf8(firstBadByte(file.bytes)));
  if (text.trim() === '') return aboutFile(file.name, EMPTY);
  return placed(file.name, text);
};

/** True for the text that `sourceText` gives where it can. */
export const isSourceText = (value: SourceText | Diagnostic): value is SourceText => 'lines' in value;

/** Line, column and length of a span, cut off at the end of its first line. */
export const placeAt = (source: SourceText, span: Span): Place => {
  const start = Math.max(0, Math.min(span.start, source.end));
  const index = lineIndex(source.starts, start);
  const column = start - (source.starts[index] ?? 0);
  const room = (source.lines[index] ?? '').length - column;
  return { line: index + 1, column: column + 1, length: Math.max(1, Math.min(span.end - start, room)) };
};

/** The span of a whole line without its indentation; `line` counts from one. */
export const lineSpan = (source: SourceText, line: number): Span => {
  const text = source.lines[line - 1] ?? '';
  const start = (source.starts[line - 1] ?? 0) + (text.length - text.trimStart().length);
  return { start, end: start + Math.max(1, text.trim().length) };
};

/** A diagnostic at a span of the file, or about the file as a whole. */
export const diagnosticAt = (
  source: SourceText,
  span: Span | null,
  trouble: Trouble,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic => {
  if (span === null) return { ...aboutFile(source.name, trouble), severity };
  const place = placeAt(source, span);
  return { ...trouble, severity, file: source.name, place, excerpt: excerptAt(source, place) };
};

/** The line that a place is in, cut off far behind the place: some pages keep a whole table on one line. */
export const excerptAt = (source: SourceText, { line, column, length }: Place): string =>
  (source.lines[line - 1] ?? '').slice(0, column + length + 160);

/** Diagnostics in the order of their lines and columns, those about the whole file first. */
export const inOrder = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  [...diagnostics].sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );

/** A diagnostic about a file as a whole. */
export const aboutFile = (file: string, trouble: Trouble): Diagnostic => ({
  ...trouble,
  severity: 'error',
  file,
  place: null,
  excerpt: null,
});

const EMPTY: Trouble = {
  code: 'file-empty',
  sentence: 'The file is empty.',
  hint: 'Check that this is the file you meant, and that it was saved.',
};

const sizeTrouble = (bytes: Uint8Array, megabytes: number): Trouble | null => {
  if (bytes.length === 0) return EMPTY;
  if (bytes.length <= megabytes * MEGABYTE) return null;
  return {
    code: 'file-too-large',
    sentence: `The file has ${Math.ceil(bytes.length / MEGABYTE)} MB, and at most ${megabytes} MB of a file like this are read.`,
    hint: 'Check that this is the file you meant; evidence belongs into files of its own.',
  };
};

const binaryTrouble = (bytes: Uint8Array): Trouble | null => {
  const nul = bytes.indexOf(0);
  return nul < 0 ? null : notUtf8(nul);
};

const notUtf8 = (offset: number): Trouble => ({
  code: 'file-not-utf8',
  sentence: `The file is not UTF-8 text: byte ${offset + 1} cannot stand in it.`,
  hint: 'Save the file as UTF-8 text; a spreadsheet, a PDF or a UTF-16 file cannot be read here.',
});

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder says only that the bytes are wrong, not where; the caller reports the place.
    return null;
  }
};

/** The decoder's replacement character stands where decoding first differs from the bytes. */
const firstBadByte = (bytes: Uint8Array): number => {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const offset = bytes.findIndex((byte, index) => byte !== again[index]);
  return offset < 0 ? bytes.length - 1 : offset;
};

const placed = (name: string, raw: string): SourceText => {
  // Programs that add a byte-order mark do not look whether there is one: all that lead are taken off.
  const text = raw.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  // Numbers of a fixed size: a file may be nothing but line ends.
  const starts = new Uint32Array(lines.length);
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    starts[index] = offset;
    offset += line.length + 1;
  }
  return { name, text, lines, starts, end: text.endsWith('\n') ? text.trimEnd().length : text.length };
};

const lineIndex = (starts: ArrayLike<number>, offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};
