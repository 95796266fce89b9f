// Whose pack is missing: a team of the roster, or one that had a pack in the period before, with none here, not even a refused one.
import { byCodeUnits } from '../../model/lookup.ts';
import type { MissingPack } from '../../model/portfolio.ts';
import type { EarlierPack } from './before.ts';

/** A team and system of the roster. */
export type RosterTeam = {
  readonly team: { readonly id: string; readonly name: string | null };
  readonly system: string;
};

/** `there`: names of lines, and of folders whose pack was refused. */
export const missingOf = (
  there: ReadonlySet<string>,
  roster: readonly RosterTeam[],
  earlier: readonly EarlierPack[],
): readonly MissingPack[] => {
  const missing = new Map<string, MissingPack>();
  const expect = (one: RosterTeam, who: MissingPack['by'][number]): void => {
    const name = `${one.team.id}.${one.system}`;
    if (there.has(name)) return;
    const known = missing.get(name);
    const by = known === undefined ? [who] : [...new Set([...known.by, who])];
    missing.set(name, {
      name,
      team: { id: one.team.id, name: known?.team.name ?? one.team.name },
      system: one.system,
      by,
    });
  };
  for (const one of roster) expect(one, 'roster');
  for (const one of earlier) expect(one, 'previous');
  return [...missing.values()].sort((a, b) => byCodeUnits(a.name, b.name));
};
