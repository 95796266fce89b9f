// What building one team's pack takes: the wishes, the same for all teams of a run and plain data, and the world as functions.
import type { TemplateFiles } from '../../document/files.ts';
import type { TeamInputs } from '../../model/inputs.ts';
import type { Paper } from '../../model/paper.ts';
import type { PreviousDigests } from '../../model/previous.ts';
import type { Day, Digest, Severity } from '../../model/scalar.ts';
import type { FinalPack, Member, SealMaking } from '../../pack/index.ts';
import type { Diagnostic } from '../../problem.ts';
import type { Draw } from '../draw.ts';
import type { EvidenceBytes } from '../evidence-members.ts';
import type { PreviousFiles, Shelf } from '../shelf.ts';
import type { Witness } from './witness.ts';

/** A final pack on disk with the id it was built under and the label of its period. */
export type FinalOnDisk = FinalPack & {
  readonly packId: Digest;
  readonly period: string;
  readonly asOf: Day;
  readonly sealed: boolean;
  /** The previous pack that it was built with; null where there was none. */
  readonly previous: PreviousDigests | null;
};

/** What is wanted of every team of a run. */
export type TeamWishes = {
  /** The output folder. */
  readonly out: string;
  /** Path of a policy that takes the place of the attestations' own. */
  readonly policy: string | null;
  /** The day of the command line; null to take the attestation's, else `today`. */
  readonly asOf: Day | null;
  /** One day for all teams, also when midnight passes. */
  readonly today: Day;
  /** Path of the pack before; null to look for it in the output folder. */
  readonly previous: string | null;
  readonly amend: string | null;
  /** Findings from here up make the exit code 1. */
  readonly failAt: Severity | null;
  readonly language: string;
  readonly paper: Paper;
  readonly zip: boolean;
  readonly force: boolean;
  /** Write straight into place, the manifest last. */
  readonly inPlace: boolean;
  readonly sealed: boolean;
  /** The timestamp server's address. */
  readonly timestamp: string | null;
  readonly pss: boolean;
};

export type Workshop = {
  readonly shelf: Shelf;
  readonly witness: Witness;
  readonly tool: { readonly name: string; readonly version: string };
  /** The path of `target` as a file at `file` would name it, with `/`. */
  readonly pathFrom: (file: string, target: string) => string;
  /** Read once, and the same object ever after. */
  readonly template: () => Promise<TemplateFiles>;
  readonly draw: Draw;
  readonly evidence: (path: string, team: TeamInputs) => Promise<EvidenceBytes>;
  /** Final packs in a folder like `out/2026-Q3/payments.checkout`, by version upwards. */
  readonly finalPacks: (series: string) => Promise<readonly FinalOnDisk[]>;
  /** The label of the period that the draft there is of; null when there is no draft. */
  readonly draftPeriod: (series: string) => Promise<string | null>;
  /** The latest final pack of `team.system` below an output folder whose period ends before a day; null when there is none. */
  readonly findPrevious: (out: string, series: string, before: Day) => Promise<string | null>;
  readonly readPrevious: (path: string) => Promise<PreviousFiles>;
  /** `there`: this very final pack was there already. Throws `pack-final` when another is. */
  readonly writePack: (
    folder: string,
    members: readonly Member[],
    about: { readonly final: boolean; readonly rename: 'atomic' | 'none' },
  ) => Promise<'written' | 'there'>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (path: string, data: Uint8Array, rename: 'atomic' | 'none') => Promise<void>;
  /** Keeps a trace; it may be lost at any time. */
  readonly writeTrace: (path: string, text: string) => Promise<void>;
  /** The key is opened at the first call; null where nobody asked for a seal. */
  readonly seal: () => Promise<SealMaking | null>;
  /** Told on the way, before anything else can go wrong. */
  readonly warn: (diagnostics: readonly Diagnostic[]) => void;
  /** Throws `interrupted` once somebody wants the program to end. */
  readonly goOn: () => void;
};
