// The end of the file, and with it the first question: is there exactly one revision? Everything after the first end
// of a PDF is an update that shows readers something else than what was there before.
import { PdfRefused, unreadable } from './pdf-refused.ts';

/** The two lines every file of ours begins with. */
export const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
const END = /startxref\n(0|[1-9]\d{0,9})\n%%EOF\n$/;
/** No shorter than the end can be. */
const TAIL = 40;

export type FileEnd = {
  /** Where the cross-reference stream is said to begin. */
  readonly start: number;
  /** Where the word `startxref` stands; objects end before it. */
  readonly objectsEnd: number;
};

export const readEnd = (bytes: Uint8Array): FileEnd => {
  if (textAt(bytes, 0, HEADER.length) !== HEADER)
    throw unreadable('does not begin as the reports of this program do');
  const tail = textAt(bytes, Math.max(0, bytes.length - TAIL), bytes.length);
  const found = END.exec(tail);
  if (found === null) throw withoutEnd(bytes);
  return { start: Number(found[1]), objectsEnd: bytes.length - found[0].length };
};

const withoutEnd = (bytes: Uint8Array): PdfRefused =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\n%%EOF\n')
    ? new PdfRefused('pdf-updated', 'goes on after its end')
    : unreadable('breaks off: it has no end');

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');
