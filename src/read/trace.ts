// Reads a trace. One that cannot be read is no mistake of anybody: it is as if there were none.
import { type Trace, trace } from '../model/trace.ts';
import { readJson } from './json.ts';

export const readTrace = (bytes: Uint8Array): Trace | null =>
  readJson({ name: 'trace', bytes }, { format: 'countersign/trace@1', schema: trace }).value;
