// What a trace is held against: the world as it is now, asked at once and file by file.
import type { Facts } from '../../model/facts.ts';
import type { Digest } from '../../model/scalar.ts';

export type Measured = { readonly size: number; readonly sha256: Digest };
/** It is there and cannot be looked at. Never the same as what was recorded, so that the team is built, and building says what is wrong. */
export type Unreadable = 'unreadable';

/** Null: nothing there. */
export type Witness = {
  readonly measure: (path: string) => Measured | null | Unreadable;
  readonly bytes: (path: string) => Uint8Array | null | Unreadable;
  /** Names in a folder, in code unit order; none where there is no such folder. */
  readonly names: (folder: string) => readonly string[] | Unreadable;
  /** Files in a folder and those below it, by paths with `/`; a link is a file. */
  readonly below: (folder: string) => readonly string[] | Unreadable;
  /** Facts on evidence files, as `Shelf.facts` gathers them. */
  readonly facts: (attestation: string, files: Readonly<Record<string, string>>) => Facts | null | Unreadable;
};
