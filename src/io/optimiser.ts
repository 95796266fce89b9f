// When V8 makes machine code of what runs often. A run of one pack is over before that has paid: a third of its time would go
// into functions that are hardly called again. A long run wants it, so after a while V8 has its own way.
import { setFlagsFromString } from 'node:v8';

/** Bytes of code that a function runs through before it is looked at; V8 itself takes 66 KB. */
const LATE = 1_000_000;
const SOON = 67_584;

/** By then all that is ever loaded has been, and whatever still runs is worth it. */
const PATIENCE_MS = 1500;

/** Node 20's. A later one has a quicker compiler in between and goes by the number of calls; it would print that it does not know the flag. */
const hasBudget = process.versions.v8.startsWith('11.');

/** For the whole process with its threads, at its start. */
export const optimiseLate = (): void => {
  if (!hasBudget) return;
  setFlagsFromString(`--interrupt-budget=${LATE}`);
  setTimeout(() => setFlagsFromString(`--interrupt-budget=${SOON}`), PATIENCE_MS).unref();
};
