// What is listed over all teams: findings by rule, overdue remediations, waivers that end. The order never depends on that of the packs.
import { byCodeUnits } from '../../model/lookup.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { SEVERITIES, type Severity } from '../../model/scalar.ts';
import type { FoundByRule, TeamFacts } from './team-facts.ts';

type Team = Portfolio['findings'][number]['teams'][number];

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** `packs` in the order of their names. */
export const findingsOver = (packs: readonly TeamFacts[]): Portfolio['findings'] => {
  const groups = new Map<string, { readonly found: FoundByRule; readonly teams: Team[] }>();
  for (const { line, findings } of packs)
    for (const found of findings) {
      const key = `${found.rule} ${found.severity}`;
      const group = groups.get(key) ?? { found, teams: [] };
      group.teams.push({ name: line.name, of: found.of });
      groups.set(key, group);
    }
  return [...groups.values()]
    .map(({ found, teams }) => ({ ...found, of: teams.reduce((sum, { of }) => sum + of, 0), teams }))
    .sort((a, b) => rank(b.severity) - rank(a.severity) || b.of - a.of || byCodeUnits(a.rule, b.rule));
};

export const overdueOver = (packs: readonly TeamFacts[]): Portfolio['overdue'] =>
  packs
    .flatMap(({ overdue }) => overdue)
    .sort(
      (a, b) =>
        b['days-overdue'] - a['days-overdue'] || rank(b.severity) - rank(a.severity) || bySource(a, b),
    );

export const waiversOver = (packs: readonly TeamFacts[]): Portfolio['waivers'] =>
  packs.flatMap(({ waivers }) => waivers).sort((a, b) => a['days-left'] - b['days-left'] || bySource(a, b));

type Sourced = { readonly team: string; readonly id: string };
const bySource = (a: Sourced, b: Sourced): number => byCodeUnits(a.team, b.team) || byCodeUnits(a.id, b.id);
