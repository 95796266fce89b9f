// SHA-256, written the one way it is written everywhere: `sha256:` and 64 hex digits.
import { createHash } from 'node:crypto';
import type { Digest } from '../model/scalar.ts';

/** Digest of bytes, or of a text's UTF-8 bytes. */
export const sha256 = (data: Uint8Array | string): Digest =>
  `sha256:${createHash('sha256').update(data).digest('hex')}`;
