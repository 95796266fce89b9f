// The lines of `*.signoffs.jsonl`: one envelope a line, each over a statement that names the line before.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { sha256 } from '../../codec/digest.ts';
import { parseJson } from '../../codec/json.ts';
import type { Digest } from '../../model/scalar.ts';
import { type SignOffStatement, signOffStatement } from '../../model/sign-off.ts';
import type { Diagnostic } from '../../problem.ts';
import { type Envelope, IN_TOTO, readEnvelope } from '../envelope.ts';

export type SignOffLine = {
  /** From 1. */
  readonly number: number;
  /** Digest of the line's bytes without its line feed. */
  readonly digest: Digest;
  readonly envelope: Envelope;
  readonly statement: SignOffStatement;
};

export type ReadLines =
  | { readonly kind: 'lines'; readonly lines: readonly SignOffLine[] }
  | { readonly kind: 'unreadable'; readonly diagnostics: readonly Diagnostic[] };

const MOST_LINES = 1000;

/** Every line ends with one line feed. Trouble is told with its line; a file in which one line cannot be read is of no use. */
export const readSignOffLines = ({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): ReadLines => {
  const pieces = splitLines(bytes);
  if (pieces === null) return unreadable(name, 1, 'does not end with a line feed');
  if (pieces.length > MOST_LINES) return unreadable(name, MOST_LINES, `has more than ${MOST_LINES} lines`);
  const lines: SignOffLine[] = [];
  for (const [index, piece] of pieces.entries()) {
    const line = readLine(piece, index + 1);
    if (typeof line === 'string') return unreadable(name, index + 1, line);
    lines.push(line);
  }
  return { kind: 'lines', lines };
};

/** Null when the last line has no line feed: a file that was cut short. */
const splitLines = (bytes: Uint8Array): readonly Uint8Array[] | null => {
  const pieces: Uint8Array[] = [];
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0) return null;
    pieces.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return pieces;
};

const readLine = (bytes: Uint8Array, number: number): SignOffLine | string => {
  const envelope = readEnvelope('it', bytes);
  if (typeof envelope === 'string') return `cannot be read: ${envelope.replace(/\.$/, '')}`;
  if (envelope.payloadType !== IN_TOTO) return `signs something else than an in-toto statement`;
  const parsed = parseJson('statement', envelope.payload);
  if (parsed.kind === 'refused')
    return `signs a statement that cannot be read: ${(parsed.diagnostics[0]?.sentence ?? '').replace(/\.$/, '')}`;
  const typed = signOffStatement.safeParse(parsed.value);
  if (!typed.success) {
    const where = typed.error.issues[0]?.path.map(String).join(' › ') || 'the top';
    return `signs a statement that is no sign-off, at ${where}`;
  }
  if (canonicalJson(parsed.value) !== new TextDecoder().decode(envelope.payload))
    return 'signs a statement that is not spelled as canonical JSON';
  return { number, digest: sha256(bytes), envelope, statement: typed.data };
};

const unreadable = (name: string, line: number, why: string): ReadLines => ({
  kind: 'unreadable',
  diagnostics: [
    {
      code: 'sign-off-unreadable',
      severity: 'error',
      file: name,
      place: { line, column: 1, length: 1 },
      excerpt: null,
      sentence: `Line ${line} ${why}.`,
      hint: 'Only `countersign sign` writes this file, a line at a time: restore it, or remove it and sign again.',
    },
  ],
});
