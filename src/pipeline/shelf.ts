// What gathering inputs needs of the world, as functions handed in: the pipeline itself never touches a disk.
import type { Facts } from '../model/facts.ts';
import type { SourceFile } from '../read/reading.ts';

/** The files of a previous pack that go into this one. `envelope` is null where it was not sealed. */
export type PreviousFiles = {
  readonly report: SourceFile;
  readonly manifest: SourceFile;
  readonly envelope: SourceFile | null;
};

export type Shelf = {
  /** The file at a path, named as diagnostics should print it; null when there is none. */
  readonly read: (path: string) => Promise<SourceFile | null>;
  /** Names in a folder, sorted; none when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** The path of something that a file names from where it lies itself. */
  readonly beside: (file: string, name: string) => string;
  /** Facts on evidence files, given by evidence id as the attestation at `path` names them. */
  readonly facts: (path: string, files: Readonly<Record<string, string>>) => Promise<Facts>;
  /** Models that come with the program. */
  readonly bundledModels: () => Promise<readonly SourceFile[]>;
  /** The policy that holds where nobody names one. */
  readonly bundledPolicy: () => Promise<SourceFile>;
};
