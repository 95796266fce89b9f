// The names of a file, each kept once. Nearly every name was met before, so most are found by their bytes and no text is made of them.
import { unreadable } from './pdf-refused.ts';
import type { PdfName } from './pdf-values.ts';

export type KnownNames = {
  /** Every name met so far by its spelling: `J#53` and `JS` are two spellings of one name. */
  readonly all: Map<string, PdfName>;
  /** The last name for each of some sums of bytes; that they are the same bytes is looked at each time. */
  readonly recent: (Spelled | undefined)[];
};
type Spelled = { readonly spelling: string; readonly name: PdfName };

/** A power of two. */
const SLOTS = 4096;
/** Spellings that are not alike; a file of ours has some hundreds. */
const MOST_NAMES = 20_000;

export const newNames = (): KnownNames => ({
  all: new Map(),
  recent: Array.from({ length: SLOTS }, () => undefined),
});

/** The name spelled by these bytes, which are regular characters without the slash. */
export const nameOf = (names: KnownNames, bytes: Uint8Array, from: number, to: number): PdfName => {
  const slot = slotOf(bytes, from, to);
  const recent = names.recent[slot];
  if (recent !== undefined && isSpelled(recent.spelling, bytes, from, to)) return recent.name;
  const spelling = Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const name = names.all.get(spelling) ?? newName(names, spelling);
  names.recent[slot] = { spelling, name };
  return name;
};

const slotOf = (bytes: Uint8Array, from: number, to: number): number => {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum = (Math.imul(sum, 31) + (bytes[at] ?? 0)) | 0;
  return (sum ^ (sum >>> 12)) & (SLOTS - 1);
};

const isSpelled = (spelling: string, bytes: Uint8Array, from: number, to: number): boolean => {
  if (spelling.length !== to - from) return false;
  for (let index = 0; index < spelling.length; index += 1)
    if (spelling.charCodeAt(index) !== bytes[from + index]) return false;
  return true;
};

const newName = ({ all }: KnownNames, spelling: string): PdfName => {
  if (all.size >= MOST_NAMES) throw unreadable('has too many names');
  if (/#(?![0-9A-Fa-f]{2})/.test(spelling)) throw unreadable(`has a broken name, ${spelling}`);
  const unescaped = spelling.replace(/#(..)/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  const name = { kind: 'name', name: unescaped } as const;
  all.set(spelling, name);
  return name;
};
