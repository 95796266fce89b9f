// Signature fields that a file could not have: without a name of their own, or where nothing can be signed.

import type { ElementNode, SourcePlace } from '../../model/document.ts';
import { sealLabel } from './boxes/seal.ts';
import type { Typefaces } from './fonts/typeface.ts';
import { shaped } from './lines/shaped.ts';
import { noteTrouble, type Troubles } from './troubles.ts';

export type SealCheck = {
  readonly typefaces: Typefaces;
  readonly troubles: Troubles;
  /** Names so far. */
  readonly names: Set<string>;
};

/** ISO 32000-1, 12.7.3.2: a full stop would make it a name within a name. */
const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** Notes what is wrong with the field of an element. `repeated`: it stands in what comes again on every page. */
export function checkSeal(
  node: ElementNode,
  at: SourcePlace | null,
  repeated: boolean,
  { typefaces, troubles, names }: SealCheck,
): void {
  const name = node.attributes['data-seal'];
  if (name === undefined) return;
  const note = (what: string, hint: string) =>
    noteTrouble(troubles, 'seal-field', at, `The seal field “${name}” ${what}.`, hint);
  if (!NAME.test(name)) note('has a name that no field can have', 'Use letters, digits, `-` and `_`.');
  else if (names.has(name)) note('comes twice', 'Give each field a name of its own.');
  if (repeated) note('stands in the header of a table', 'Put it where it comes once.');
  else if (node.style.display !== 'block')
    note('is no block', 'Put `data-seal` on a block, such as a `div`.');
  else if (isFlat(node)) note('has no height', 'Give it a `height` or a `min-height`.');
  names.add(name);
  const ink = { style: node.style, typeface: typefaces.choose(node.style) };
  shaped(sealLabel(node), { ...ink, shift: 0, leaf: null, link: null, boxes: [] }, at, { troubles });
}

const isFlat = ({ children, style }: ElementNode): boolean =>
  children.length === 0 && style.minHeight <= 0 && (style.height === 'auto' || style.height === 0);
