// The gap that a signature leaves in the file (ISO 32000-1, 12.8.1): everything else is what it covers. How much that is,
// is known only when the file ends, so the numbers have room and are filled in then.

import { objectText } from './object-text.ts';

/** Offsets in the file. */
export type SignatureGap = {
  /** Where the numbers of the byte range stand. */
  readonly range: number;
  /** The contents: from their opening angle bracket to behind the closing one. */
  readonly from: number;
  readonly to: number;
};

/** Digits of the largest offset that a cross-reference can hold. */
const DIGITS = 10;

/** The dictionary with `data` and a gap of `reserve` bytes, to be written at offset `at`. */
export function signatureText(
  data: object,
  reserve: number,
  at: number,
): { readonly text: string; readonly gap: SignatureGap } {
  const start = `${objectText(data).slice(0, -2)}/ByteRange[`;
  const middle = `${rangeText(0, 0, 0)}]/Contents`;
  const from = at + start.length + middle.length;
  const contents = `<${'00'.repeat(reserve)}>`;
  const gap = { range: at + start.length, from, to: from + contents.length };
  return { text: `${start}${middle}${contents}>>`, gap };
}

/** Puts what is covered into its place in the whole file. */
export function fillRange(file: Uint8Array, { range, from, to }: SignatureGap): void {
  file.set(Buffer.from(rangeText(from, to, file.length - to), 'latin1'), range);
}

/** The first part begins the file, the second ends it. */
const rangeText = (firstLength: number, second: number, secondLength: number): string =>
  `0 ${[firstLength, second, secondLength].map((number) => String(number).padEnd(DIGITS)).join(' ')}`;
