// What goes to a worker that builds teams and what comes back: plain data, because nothing else crosses the border.
import type { Diagnostic, TeamResult, TeamWishes } from '../index.ts';
import type { Thrown } from '../io/thrown.ts';

/** How a run's packs are sealed, as words of the command line. The passphrase was asked for once; it goes nowhere but to the workers. */
export type Sealing = {
  readonly texts: Readonly<Record<string, string | null>>;
  readonly pss: boolean;
  readonly passphrase: string | null;
};

/** What each worker is given once. `template` is a folder; null for the bundled one. */
export type TeamSetup = {
  readonly wishes: TeamWishes;
  readonly template: string | null;
  readonly sealing: Sealing;
};

/** The path of an attestation. */
export type TeamJob = string;

/** `milliseconds` is how long it took. */
export type TeamDone = {
  readonly warnings: readonly Diagnostic[];
  readonly milliseconds: number;
  readonly ended:
    | { readonly kind: 'result'; readonly result: TeamResult }
    | { readonly kind: 'thrown'; readonly thrown: Thrown };
};
