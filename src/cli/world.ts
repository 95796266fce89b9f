// What commands need of the world. `disk-world.ts` makes it of io; tests give it another day.
import type {
  Day,
  Drawer,
  FinalOnDisk,
  Instant,
  Member,
  PackShelf,
  PreviousFiles,
  Shelf,
  TeamInputs,
  TemplateFiles,
  Witness,
} from '../index.ts';
import type { Placing } from '../io/disk.ts';
import type { KeptDrawer } from '../io/draw-in-worker.ts';
import type { PackSource } from '../io/pack-source.ts';
import type { PassphraseAsked } from '../io/passphrase.ts';
import type { Preview, PreviewServer } from '../io/preview-server.ts';
import type { KeyPair, KeyPairKind } from '../io/random.ts';
import type { FileWatch } from '../io/watch-files.ts';
import type { PoolWork } from '../io/worker-pool.ts';
import type { PackPlacing, Written } from '../io/write-pack.ts';
import type { TeamDone, TeamJob, TeamSetup } from './team-job.ts';

export type { Preview, Problem } from '../io/preview-server.ts';
export type { FileWatch } from '../io/watch-files.ts';

/** Teams to build; `setup` goes to each worker. */
export type TeamPoolWork = Omit<PoolWork<TeamJob, TeamDone>, 'entry' | 'interrupted' | 'limits' | 'setup'> & {
  readonly setup: TeamSetup;
};

export type World = {
  readonly shelf: Shelf;
  /**
   * Attestations that operands stand for: a file is itself, a folder is all below it, a pattern what fits it; each once. Throws
   * `usage` for a folder or pattern without any.
   */
  readonly attestations: (operands: readonly string[]) => Promise<readonly string[]>;
  /** Whether files are still what they were. */
  readonly witness: Witness;
  readonly writeTrace: (path: string, text: string) => Promise<void>;
  /** Teams built by worker threads; the setup, jobs and answers are those of `team-worker.ts`. */
  readonly teamPool: (work: TeamPoolWork) => Promise<void>;
  /** How many threads the machine runs at once. */
  readonly cores: () => number;
  readonly shardVariables: () => Readonly<Record<string, string | undefined>>;
  /** For how long something takes. */
  readonly milliseconds: () => number;
  /** Lets signals be heard. */
  readonly turn: () => Promise<void>;
  readonly today: () => Day;
  readonly tool: { readonly name: string; readonly version: string };
  /** Path of `target` as a file at `file` would name it, with `/`. */
  readonly pathFrom: (file: string, target: string) => string;
  /** Where a file at `file` finds the schema of a kind of file, for editors. */
  readonly schemaPath: (kind: 'attestation' | 'model', file: string) => string;
  /** Writes a file whole or not at all. */
  readonly writeFile: (path: string, data: string | Uint8Array, rename?: Placing) => Promise<void>;
  /** Writes files one after the other, each whole: all of them or none. */
  readonly writeInTurn: (
    files: readonly { readonly path: string; readonly data: string | Uint8Array }[],
  ) => Promise<void>;
  /** Removes what killed runs left below an output folder. */
  readonly sweep: (out: string) => Promise<void>;
  /** The same, but throws `output-exists` with that hint when there is one already. */
  readonly writeNewFile: (path: string, data: string | Uint8Array, hint: string) => Promise<void>;
  /** Folders of packs. */
  readonly packShelf: PackShelf;
  /** A template folder; null for the bundled one of that name. */
  readonly template: (folder: string | null, bundled?: 'audit-pack' | 'portfolio') => Promise<TemplateFiles>;
  /** What draws with it: right here with the bundled one, in a worker with limits with any other. */
  readonly drawer: (folder: string | null) => Drawer;
  /** The same, in one worker for pack after pack until it is closed. */
  readonly keptDrawer: (folder: string | null) => KeptDrawer;
  /** Bytes of the evidence files that a pack of the attestation at `path` carries, by evidence id. */
  readonly evidence: (path: string, team: TeamInputs) => Promise<Readonly<Record<string, Uint8Array>>>;
  /** Final packs in a folder like `out/2026-Q3/payments.checkout`, by version upwards. */
  readonly finalPacks: (series: string) => Promise<readonly FinalOnDisk[]>;
  /** The label of the period that the draft there is of; null when there is no draft. */
  readonly draftPeriod: (series: string) => Promise<string | null>;
  /** What a pack keeps of the one at a path, a folder or a zip. Throws `input-missing` when it is no whole pack. */
  readonly readPrevious: (path: string) => Promise<PreviousFiles>;
  /** The latest final pack of `series` (`payments.checkout`) below the output folder for a period that ends before a day; null where there is none. */
  readonly findPrevious: (out: string, series: string, before: Day) => Promise<string | null>;
  /** Writes a pack's folder whole; a draft takes the place of the one before. */
  readonly writePack: (folder: string, members: readonly Member[], about: PackPlacing) => Promise<Written>;
  /** What there is to verify at a path: a folder, a zip or a PDF. */
  readonly readPack: (path: string) => Promise<PackSource>;
  /** This second. */
  readonly now: () => Instant;
  /** Bytes that nobody can foresee. */
  readonly freshBytes: (count: number) => Uint8Array;
  readonly newKeyPair: (kind: KeyPairKind) => KeyPair;
  /** Throws `key-passphrase` when there is none to be had. */
  readonly passphrase: (asked: PassphraseAsked) => Promise<string>;
  /** Writes a file that only its owner can read. */
  readonly writeSecret: (path: string, text: string) => Promise<void>;
  /** A timestamp server's reply to a request. Throws `timestamp-server` when there is none. */
  readonly askTimestamp: (url: string, request: Uint8Array) => Promise<Uint8Array>;
  /** Throws `interrupted` once somebody wants the program to end; called before anything is begun that others would see. */
  readonly goOn: () => void;
  /** Settles once somebody wants the program to end. */
  readonly interrupted: Promise<void>;
  /** Serves a preview on this machine; null for a port that is free. Throws `usage` when the port cannot be had. */
  readonly servePreview: (port: number | null, first: Preview) => Promise<PreviewServer>;
  readonly watchFiles: () => Promise<FileWatch>;
};
