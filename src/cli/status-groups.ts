// Owed items and duties gathered by team, by owner or by area.
import type { OwedDuty, OwedItem } from '../index.ts';
import { OWED_WHATS } from '../index.ts';
import type { OwedFile } from './owed-file.ts';

export const GROUPS = ['team', 'owner', 'area'] as const;
export type Group = (typeof GROUPS)[number];

/** An item with the attestation that it is owed in. */
export type Placed = { readonly item: OwedItem; readonly file: OwedFile };
export type OwedGroup = {
  readonly name: string;
  readonly duties: readonly OwedDuty[];
  /** In order of urgency, over all attestations of the group. */
  readonly items: readonly Placed[];
};

type Gathered = {
  readonly name: string;
  readonly tellsApart: string;
  readonly duties: OwedDuty[];
  readonly items: Placed[];
};

/** Sorted by name; what belongs to nobody comes last. */
export const groupsOf = (files: readonly OwedFile[], by: Group): readonly OwedGroup[] => {
  const groups = new Map<string, Gathered>();
  const at = ({ key, name, tellsApart }: Named): Gathered => {
    const group = groups.get(key) ?? { name, tellsApart, duties: [], items: [] };
    groups.set(key, group);
    return group;
  };
  for (const file of files) {
    for (const duty of file.duties) at(named(by, file, duty)).duties.push(duty);
    for (const item of file.items) at(named(by, file, item)).items.push({ item, file });
  }
  const sorted = [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
    .map(([, group]) => ({ ...group, items: inUrgency(group.items) }));
  const isShared = (name: string): boolean => sorted.filter((group) => group.name === name).length > 1;
  return sorted.map((group) =>
    isShared(group.name) ? { ...group, name: `${group.name} (${group.tellsApart})` } : group,
  );
};

/** Sorting is stable: within a kind the order of each attestation stays. */
const inUrgency = (items: readonly Placed[]): readonly Placed[] =>
  items.toSorted((a, b) => OWED_WHATS.indexOf(a.item.what) - OWED_WHATS.indexOf(b.item.what));

/** Empty keys are those of what belongs to nobody; `tellsApart` stands behind a name that several groups have. */
type Named = { readonly key: string; readonly name: string; readonly tellsApart: string };

const named = (
  by: Group,
  { team, system, period }: OwedFile,
  { owner, area }: Pick<OwedItem, 'owner' | 'area'>,
): Named => {
  if (by === 'team') return same(`${team.id}.${system.id}, ${period}`);
  if (by === 'area')
    return area === null ? nobody('no area') : { key: area.id, name: area.title, tellsApart: area.id };
  if (owner === null) return nobody('no owner');
  // One person has the same address in every attestation, whatever id each gives.
  const email = owner.email?.toLowerCase() ?? '';
  return { key: `${owner.name} ${email}`, name: owner.name, tellsApart: email || 'no email' };
};

const same = (name: string): Named => ({ key: name, name, tellsApart: name });
const nobody = (name: string): Named => ({ key: '', name, tellsApart: 'nobody' });
