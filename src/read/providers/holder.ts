// Who holds a responsibility, as labels, headers and owner cells say it.
import type { Allocation } from '../../model/model.ts';
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { saysNothing } from '../empty-text.ts';
import { plainText } from '../page/markup.ts';
import { type Naming, namingIn } from './naming.ts';

/** `shared` is both parties. */
export type Holder = Party | 'third-party' | 'shared';

/** Whom the words name and nobody else; null where they name nobody, or say more than that. */
export const holderOf = (keyed: string, names: Names): Holder | null => {
  const naming = namingIn(keyed, names);
  return naming.others.length > 0 ? null : holderIn(naming);
};

/** Of those named: a third party beside one of the two changes nothing for that one. */
export const holderIn = ({ customer, provider, third, shared }: Naming): Holder | null => {
  if ((customer && provider) || (shared && !third)) return 'shared';
  if (customer) return 'customer';
  if (provider) return 'provider';
  return third ? 'third-party' : null;
};

/** The one party of the two that the words name, whatever else they say; null when they name neither or both. */
export const partyNamed = (keyed: string, names: Names): Party | null => {
  const { customer, provider } = namingIn(keyed, names);
  if (customer === provider) return null;
  return customer ? 'customer' : 'provider';
};

/** The parties of the two that hold it. */
export const partiesOf = (holder: Holder): readonly Party[] => {
  if (holder === 'third-party') return [];
  return holder === 'shared' ? ['provider', 'customer'] : [holder];
};

/** What a cell that only says whose something is says; null where it does not. Footnote marks say nothing. */
export const allocationIn = (cell: string, names: Names): Allocation | null => {
  if (cell.length > MOST) return null;
  const kept = SAID.get(names) ?? new Map<string, Allocation | null>();
  const known = kept.get(cell);
  if (known !== undefined) return known;
  const allocation = allocationOfCell(cell, names);
  if (kept.size >= KEPT) kept.clear();
  SAID.set(names, kept.set(cell, allocation));
  return allocation;
};

/** Owners are the same few words again and again: what cells say is kept, of so many at most. */
const KEPT = 2000;
const SAID = new WeakMap<Names, Map<string, Allocation | null>>();

const allocationOfCell = (cell: string, names: Names): Allocation | null => {
  const text = withoutNotes(plainText(cell));
  if (text === '' || text.length > LONGEST) return null;
  return (
    holderOf(text, names) ??
    holderOf(withoutAside(text, names), names) ??
    (saysNothing(text, names) ? 'none' : null)
  );
};

/** What is said of it in brackets behind it, `Customer (self-service)`; whoever is named there is named. */
const withoutAside = (text: string, names: Names): string =>
  text.replace(/\s\(([^()]{1,60})\)$/, (whole, aside: string) =>
    holderIn(namingIn(aside, names)) === null ? '' : whole,
  );

/** With and without markup; longer cells say more than that. */
const MOST = 400;
const LONGEST = 80;

/** `^[1]^`, `[1]`, `(1)`, `*` and figures that were raised. */
const withoutNotes = (text: string): string =>
  text
    .replace(/\^[^^]{0,12}\^/g, ' ')
    .replace(/\[\d{1,3}\]|\(\d{1,3}\)|[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+/g, ' ')
    .replace(/(?<=\p{L})\d{1,2}$/u, '')
    .trim();
