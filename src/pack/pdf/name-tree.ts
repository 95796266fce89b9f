// A name tree (ISO 32000-1, 7.9.6), read whole: names in strict order, and limits that tell what is below them.

import { dictOf, type PdfObjects } from './pdf-objects.ts';
import { PdfRefused } from './pdf-refused.ts';
import { asItems, asString, type PdfDict, type PdfString, type PdfValue } from './pdf-values.ts';

export type NamedValue = { readonly name: string; readonly value: PdfValue };

/** Levels of a tree; ours has 64 entries to a node. */
const DEEPEST = 6;

/** Every entry in order. Throws `pdf-attachment` where the tree is not as it must be. `most` bounds the entries. */
export const readNameTree = (
  objects: PdfObjects,
  root: PdfValue | undefined,
  most: number,
): readonly NamedValue[] => {
  const found: NamedValue[] = [];
  readNode(objects, nodeOf(objects, root), { found, most, depth: 0 });
  return found;
};

type Reading = { readonly found: NamedValue[]; readonly most: number; readonly depth: number };

const broken = () => new PdfRefused('pdf-attachment', 'has a broken list of attachments');

const nodeOf = (objects: PdfObjects, value: PdfValue | undefined): PdfDict => {
  const node = dictOf(objects, value);
  if (node === null) throw broken();
  return node;
};

/** A node without kids or names would be followed for nothing, so there is none. */
const readNode = (objects: PdfObjects, { entries }: PdfDict, reading: Reading): void => {
  const { found, depth } = reading;
  if (depth > DEEPEST) throw broken();
  const begun = found.length;
  const [kids, names] = [asItems(entries.get('Kids')), asItems(entries.get('Names'))];
  if ((kids === null) === (names === null)) throw broken();
  for (const kid of kids ?? []) readNode(objects, nodeOf(objects, kid), { ...reading, depth: depth + 1 });
  readNames(names ?? [], reading);
  if (found.length === begun) throw broken();
  if (depth > 0) checkLimits(entries.get('Limits'), found[begun]?.name, found.at(-1)?.name);
};

const readNames = (items: readonly PdfValue[], { found, most }: Reading): void => {
  if (items.length % 2 !== 0) throw broken();
  for (let index = 0; index < items.length; index += 2) {
    const name = spelled(asString(items[index]));
    const before = found.at(-1)?.name;
    if (before === name)
      throw new PdfRefused('pdf-attachment', `has two attachments called ${JSON.stringify(name)}`);
    if (before !== undefined && before > name) throw broken();
    if (found.push({ name, value: items[index + 1] ?? null }) > most) throw broken();
  }
};

const checkLimits = (
  limits: PdfValue | undefined,
  first: string | undefined,
  last: string | undefined,
): void => {
  const [from, to, ...more] = asItems(limits) ?? [];
  if (spelled(asString(from)) !== first || spelled(asString(to)) !== last || more.length > 0) throw broken();
};

/** A character for each byte, so that the order is that of bytes. */
const spelled = (text: PdfString | null): string => {
  if (text === null || text.bytes.length > 1000) throw broken();
  return Buffer.from(text.bytes).toString('latin1');
};
