// A pack's members: the files of the delivered folder as bytes, wherever they came from.

/** `path` is relative to the pack, with `/`. */
export type Member = { readonly path: string; readonly bytes: Uint8Array };

/** Members by path. */
export type Members = ReadonlyMap<string, Uint8Array>;

export const membersOf = (members: readonly Member[]): Members =>
  new Map(members.map(({ path, bytes }) => [path, bytes]));
