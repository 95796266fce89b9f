// The files an evaluation is made from, as bytes: gathered from disk when a pack is built, taken from its members when it is verified.
import type { SourceFile } from '../read/reading.ts';
import type { PreviousFiles } from './shelf.ts';

/** One team's own files. `facts` is made by the program from the evidence files, and written like any other input. */
export type RawTeam = {
  readonly attestation: SourceFile;
  /** Null when the team has not locked yet. */
  readonly lock: SourceFile | null;
  readonly facts: SourceFile;
};

/** `models` by model id, `inherited` by team id. */
export type RawInputs = RawTeam & {
  readonly models: Readonly<Record<string, SourceFile>>;
  /** Models of the revisions that the attestation was moved from, by model id, as far as they are at hand. */
  readonly previousModels: Readonly<Record<string, SourceFile>>;
  readonly policy: SourceFile;
  readonly assurance: SourceFile | null;
  readonly inherited: Readonly<Record<string, RawTeam>>;
  /** Null where there is no previous pack. */
  readonly previous: PreviousFiles | null;
  /** Null when nobody has signed. */
  readonly signOffs: SourceFile | null;
};
