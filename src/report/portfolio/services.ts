// Areas over all teams: the columns of the heat map, each with what its teams come to together.
import { byCodeUnits, sortedUnique } from '../../model/lookup.ts';
import type { PortfolioService } from '../../model/portfolio.ts';
import type { TeamLine } from '../../model/portfolio-team.ts';
import { sumCustomer, sumProvider, worstOf } from './sums.ts';
import type { NamedService, TeamFacts } from './team-facts.ts';

type AreaOfTeam = TeamLine['areas'][number];

/** Services by id; areas in the order of the latest revision that a pack speaks of, then those that only earlier ones have, by code. */
export const servicesOver = (packs: readonly TeamFacts[]): readonly PortfolioService[] => {
  const named = packs.flatMap(({ services }) => services);
  const held = byArea(packs);
  return sortedUnique(named.map(({ id }) => id)).map((id) =>
    serviceOf(
      id,
      named.filter((one) => one.id === id),
      held,
    ),
  );
};

const byArea = (packs: readonly TeamFacts[]): ReadonlyMap<string, readonly AreaOfTeam[]> => {
  const held = new Map<string, AreaOfTeam[]>();
  for (const { line } of packs)
    for (const area of line.areas) {
      const there = held.get(area.id);
      if (there === undefined) held.set(area.id, [area]);
      else there.push(area);
    }
  return held;
};

const serviceOf = (
  id: string,
  named: readonly NamedService[],
  held: ReadonlyMap<string, readonly AreaOfTeam[]>,
): PortfolioService => {
  const latestFirst = named.toSorted((a, b) => byCodeUnits(b.revision, a.revision));
  const areas = new Map<string, string>();
  for (const [index, service] of latestFirst.entries()) {
    const more = index === 0 ? service.areas : service.areas.toSorted((a, b) => byCodeUnits(a.code, b.code));
    for (const { code, title } of more) if (!areas.has(code)) areas.set(code, title);
  }
  return {
    id,
    title: latestFirst[0]?.title ?? id,
    teams: named.length,
    areas: [...areas].map(([code, title]) => areaOf(`${id}/${code}`, code, title, held)),
  };
};

const areaOf = (
  id: string,
  code: string,
  title: string,
  held: ReadonlyMap<string, readonly AreaOfTeam[]>,
): PortfolioService['areas'][number] => {
  const teams = held.get(id) ?? [];
  const customer = sumCustomer(teams.map(({ totals }) => totals.customer));
  return {
    ...{ id, code, title, teams: teams.length },
    met: teams.filter(
      ({ totals }) => totals.customer.supported + totals.customer['not-applicable'] === totals.customer.of,
    ).length,
    totals: { customer, provider: sumProvider(teams.map(({ totals }) => totals.provider)) },
    worst: worstOf(customer),
  };
};
