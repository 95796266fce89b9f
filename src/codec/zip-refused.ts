// How the parts of the zip reader say no; `readZip` turns it into the Failure that callers see.
import type { DiagnosticCode } from '../problem.ts';

export type ZipCode = Extract<DiagnosticCode, `zip-${string}`>;

/** `entry` is null where the file as a whole is refused. `why` is the end of a sentence. */
export class ZipRefused extends Error {
  readonly code: ZipCode;
  readonly entry: string | null;
  readonly why: string;

  constructor(code: ZipCode, entry: string | null, why: string) {
    super(`${code}: ${why}`);
    this.name = 'ZipRefused';
    this.code = code;
    this.entry = entry;
    this.why = why;
  }
}
