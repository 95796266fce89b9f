// What gathering inputs needs of the world, as functions handed in: the pipeline itself never touches a disk.
import type { Facts } from '../model/facts.ts';
import type { SourceFile } from '../read/reading.ts';

export type Shelf = {
  /** The file at a path, named as diagnostics should print it; null when there is none. */
  readonly read: (path: string) => Promise<SourceFile | null>;
  /** Names in a folder, sorted; none when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Facts on evidence files, given by evidence id as paths below `folder`. */
  readonly facts: (folder: string, files: Readonly<Record<string, string>>) => Promise<Facts>;
  /** Models that come with the program. */
  readonly bundledModels: () => Promise<readonly SourceFile[]>;
  /** The policy that holds where nobody names one. */
  readonly bundledPolicy: () => Promise<SourceFile>;
};
