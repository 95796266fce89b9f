// How the program takes memory: it collects garbage before the heap has grown to several times what is in use, because packs are
// built in containers and beside other work. Left to itself V8 waits for about four times as much; twice costs no time that can be measured.
import { setFlagsFromString } from 'node:v8';

/** The heap may double before it is collected. For the whole process, at its start. */
export const growHeapSlowly = (): void => setFlagsFromString('--heap-growing-percent=100');

/** It may grow by a quarter: for a run that holds much at once, of which most stays. For the whole process, once that is known. */
export const growHeapLeast = (): void => setFlagsFromString('--heap-growing-percent=25');
