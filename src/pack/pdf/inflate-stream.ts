// Unpacks a stream within bounds, to the last of its bytes: nothing may hide behind the end of what is packed.
import { inflateSync } from 'node:zlib';
import { PdfRefused, unreadable } from './pdf-refused.ts';

/** Throws `pdf-too-large` when it unpacks to more than `most` bytes, and `pdf-unreadable` when it cannot be unpacked. */
export const inflateStream = (packed: Uint8Array, most: number): Uint8Array => {
  const { buffer, engine } = inflated(packed, most);
  if (engine.bytesWritten !== packed.length) throw unreadable('has a stream with something behind its end');
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
};

type Informed = { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } };

const inflated = (packed: Uint8Array, most: number): Informed => {
  try {
    const result: object = inflateSync(packed, { maxOutputLength: Math.max(1, most), info: true });
    if (isInformed(result)) return result;
    throw new TypeError('zlib did not say how much it read');
  } catch (error) {
    if (error instanceof RangeError)
      throw new PdfRefused('pdf-too-large', `has a stream that unpacks to more than ${most} bytes`);
    if (!(error instanceof Error && 'errno' in error)) throw error;
    throw unreadable('has a stream that cannot be unpacked');
  }
};

/** With `info`, the result is an object of two, which the types of Node do not say. */
const isInformed = (result: object): result is Informed => 'buffer' in result && 'engine' in result;
