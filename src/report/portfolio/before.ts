// The portfolio against the packs of the period before: what all of them came to, what the teams that have a pack in both came to, who joined and who is gone.
import { byCodeUnits } from '../../model/lookup.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import type { TeamLine } from '../../model/portfolio-team.ts';
import type { CustomerTotals, Report } from '../../model/report.ts';
import type { Digest } from '../../model/scalar.ts';
import { sumCustomer } from './sums.ts';
import type { TeamFacts } from './team-facts.ts';

/** All that is kept of a pack of the period before. */
export type EarlierPack = {
  readonly name: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly system: string;
  readonly path: string;
  readonly manifest: Digest;
  readonly customer: CustomerTotals;
  readonly open: number;
};
/** `refused`: how many could not be counted. */
export type EarlierPacks = {
  readonly period: Report['period'];
  readonly packs: readonly EarlierPack[];
  readonly refused: number;
};

export const earlierPack = ({ line }: TeamFacts): EarlierPack => ({
  name: line.name,
  team: { id: line.team.id, name: line.team.name },
  system: line.system.id,
  path: line.path,
  manifest: line.manifest,
  customer: line.totals.customer,
  open: line.totals.open,
});

export const beforeOf = (teams: readonly TeamLine[], earlier: EarlierPacks): Portfolio['before'] => {
  const packs = earlier.packs.toSorted((a, b) => byCodeUnits(a.name, b.name));
  const then = new Map(packs.map((pack) => [pack.name, pack]));
  const now = new Set(teams.map(({ name }) => name));
  return {
    period: earlier.period,
    packs: packs.map(({ name, manifest }) => ({ name, manifest })),
    totals: sumCustomer(packs.map(({ customer }) => customer)),
    open: sum(packs),
    refused: earlier.refused,
    both: bothOf(teams, then),
    linked: teams.filter(({ name, movement }) => {
      const there = then.get(name);
      return there !== undefined && movement?.opening.manifest === there.manifest;
    }).length,
    joined: teams.filter(({ name }) => !then.has(name)).map(({ name }) => name),
    gone: packs.filter(({ name }) => !now.has(name)).map(({ name }) => name),
  };
};

const bothOf = (
  teams: readonly TeamLine[],
  then: ReadonlyMap<string, EarlierPack>,
): NonNullable<Portfolio['before']>['both'] => {
  const pairs = teams.flatMap((line) => {
    const pack = then.get(line.name);
    return pack === undefined ? [] : [{ pack, line }];
  });
  return {
    teams: pairs.length,
    'totals-before': sumCustomer(pairs.map(({ pack }) => pack.customer)),
    'totals-now': sumCustomer(pairs.map(({ line }) => line.totals.customer)),
    'open-before': sum(pairs.map(({ pack }) => pack)),
    'open-now': sum(pairs.map(({ line }) => line.totals)),
  };
};

const sum = (all: readonly { readonly open: number }[]): number =>
  all.reduce((total, { open }) => total + open, 0);
