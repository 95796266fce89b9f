// What a roll-up needs of the world, as functions handed in: folders of packs, read one file at a time.
export type PackShelf = {
  /** Names of the folders in a folder, in code unit order, without hidden ones, links and what is being written; none when there is no such folder. */
  readonly folders: (folder: string) => Promise<readonly string[]>;
  /** Null when there is no such file. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Bytes of a regular file; null when there is none. */
  readonly size: (path: string) => Promise<number | null>;
  /** A path below a folder, or with `..` above it. */
  readonly at: (folder: string, name: string) => string;
  /** The path of `target` as a file at `file` would name it, with `/`. */
  readonly from: (file: string, target: string) => string;
};
