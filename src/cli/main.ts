#!/usr/bin/env node
// The program `countersign`: hands a process's words, streams and signals to `run`.
import { growHeapSlowly } from '../io/heap.ts';
import { optimiseLate } from '../io/optimiser.ts';
import { interruption } from '../problem.ts';
import { run } from './run.ts';
import { standardSinks } from './terminal.ts';
import type { World } from './world.ts';

growHeapSlowly();
optimiseLate();

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
const heard: { code: 130 | 143 | null } = { code: null };

/** Settles at the first signal, for what waits for nothing else. */
const interrupted = new Promise<void>((resolve) => {
  for (const signal of Object.keys(SIGNALS)) process.once(signal, () => resolve());
});

/** The first signal ends the run at the next safe place; a second one, which nobody listens for any more, ends it at once. */
for (const [signal, code] of Object.entries(SIGNALS)) {
  process.once(signal, () => {
    heard.code = code;
  });
}

const goOn = (): void => {
  if (heard.code !== null) throw interruption();
};

const makeWorld = async (): Promise<World> => (await import('./disk-world.ts')).diskWorld(goOn, interrupted);

const code = await run(process.argv.slice(2), makeWorld, standardSinks());
process.exitCode = heard.code ?? code;
