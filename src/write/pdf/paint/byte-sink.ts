// Collects the bytes of a file in blocks, so that nothing is copied until the end, and then once.

import { sha256 } from '../../../codec/digest.ts';

export type ByteSink = {
  /** Bytes so far. */
  readonly length: () => number;
  /** Characters up to U+00FF, one byte each. */
  readonly text: (text: string) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  /** A digest of all bytes so far, as hexadecimal digits. */
  readonly digest: () => string;
  /** All bytes in one; the sink is empty afterwards. */
  readonly take: () => Uint8Array;
};

const BLOCK = 256 * 1024;

export function newByteSink(): ByteSink {
  const full: Uint8Array[] = [];
  let block = Buffer.allocUnsafe(BLOCK);
  let used = 0;
  let before = 0;
  const roomFor = (size: number): void => {
    if (used + size <= block.length) return;
    full.push(block.subarray(0, used));
    before += used;
    block = Buffer.allocUnsafe(Math.max(BLOCK, size));
    used = 0;
  };
  const parts = (): readonly Uint8Array[] => [...full, block.subarray(0, used)];
  return {
    length: () => before + used,
    text: (text) => {
      roomFor(text.length);
      used += block.write(text, used, 'latin1');
    },
    bytes: (bytes) => {
      roomFor(bytes.length);
      block.set(bytes, used);
      used += bytes.length;
    },
    digest: () => sha256(parts().map(sha256).join()).slice('sha256:'.length),
    take: () => join(parts(), full),
  };
}

function join(parts: readonly Uint8Array[], full: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  full.length = 0;
  return whole;
}
