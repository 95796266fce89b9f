// All packs of a folder like `out/2026-Q3`: of every team's series the latest final version, else the draft. One report is in memory at
// a time. What does not count is kept with its reason.
import { byCodeUnits } from '../../model/lookup.ts';
import type { RefusedPack } from '../../model/portfolio.ts';
import type { Report } from '../../model/report.ts';
import { MANIFEST } from '../../pack/index.ts';
import type { TeamFacts } from '../../report/portfolio/index.ts';
import { type Delivered, deliveredPack } from './delivered-pack.ts';
import type { PackShelf } from './pack-shelf.ts';

/** `period` is null where there is no pack at all. */
export type GatheredPacks = {
  readonly period: Report['period'] | null;
  readonly packs: readonly TeamFacts[];
  readonly refused: readonly RefusedPack[];
};

/** Ids have no dots, so that no team's folder has this name. */
const ROLLUP_FOLDER = 'rollup';

/** `from` is a file in the roll-up's folder: packs are named as seen from there. */
export const gatherPacks = async (shelf: PackShelf, folder: string, from: string): Promise<GatheredPacks> => {
  const taken: Taken[] = [];
  for (const name of await shelf.folders(folder)) {
    const one = name === ROLLUP_FOLDER ? null : await latestOf(shelf, folder, name, from);
    if (one !== null) taken.push(one);
  }
  return settled(taken);
};

/** The period of the first pack that can be read; null where none can. */
export const periodIn = async (shelf: PackShelf, folder: string): Promise<Report['period'] | null> => {
  for (const name of await shelf.folders(folder)) {
    const one = name === ROLLUP_FOLDER ? null : await latestOf(shelf, folder, name, folder);
    if (one?.delivered.kind === 'pack') return one.delivered.facts.period;
  }
  return null;
};

type Taken = {
  readonly name: string;
  readonly path: string;
  readonly delivered: Exclude<Delivered, { kind: 'rollup' }>;
};

/** Null for a folder that has nothing to do with packs: neither called like a team's, nor with an edition in it. */
const latestOf = async (
  shelf: PackShelf,
  folder: string,
  name: string,
  from: string,
): Promise<Taken | null> => {
  const series = shelf.at(folder, name);
  const edition = await latestEdition(shelf, series);
  const place = shelf.at(series, edition ?? '.');
  const path = shelf.from(from, place);
  if (edition !== null) {
    const delivered = await deliveredPack(shelf, place, path);
    return delivered.kind === 'rollup' ? null : { name, path, delivered };
  }
  return SERIES.test(name)
    ? { name, path, delivered: { kind: 'refused', why: 'no-pack', what: null } }
    : null;
};

const SERIES = /^[a-z0-9][a-z0-9-]{0,62}\.[a-z0-9][a-z0-9-]{0,62}$/;

const latestEdition = async (shelf: PackShelf, series: string): Promise<string | null> => {
  const names = await shelf.folders(series);
  const finals = names
    .flatMap((name) => /^v([1-9]\d{0,5})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a)
    .map((version) => `v${version}`);
  for (const name of [...finals, ...names.filter((one) => one === 'draft')])
    if ((await shelf.size(shelf.at(shelf.at(series, name), MANIFEST))) !== null) return name;
  return null;
};

/** One period for all, and one pack for each team and system; what is beside that is refused. */
const settled = (taken: readonly Taken[]): GatheredPacks => {
  const period = periodOf(
    taken.flatMap(({ delivered }) => (delivered.kind === 'pack' ? [delivered.facts] : [])),
  );
  const packs = new Map<string, { readonly facts: TeamFacts; readonly folder: string }>();
  const refused: RefusedPack[] = [];
  for (const { name, path, delivered } of taken) {
    const verdict = delivered.kind === 'pack' ? placed(delivered.facts, period, packs) : delivered;
    if (verdict === null && delivered.kind === 'pack')
      packs.set(delivered.facts.line.name, { facts: delivered.facts, folder: name });
    else if (verdict !== null) refused.push({ name, path, why: verdict.why, what: verdict.what });
  }
  return { period, packs: [...packs.values()].map(({ facts }) => facts), refused };
};

type Verdict = Pick<RefusedPack, 'why' | 'what'> | null;

const placed = (
  { line, period }: TeamFacts,
  wanted: Report['period'] | null,
  packs: ReadonlyMap<string, { readonly folder: string }>,
): Verdict => {
  if (keyOf(period) !== (wanted === null ? null : keyOf(wanted)))
    return { why: 'other-period', what: period.label };
  const there = packs.get(line.name);
  return there === undefined ? null : { why: 'name-taken', what: there.folder };
};

const keyOf = ({ from, to, label }: Report['period']): string => `${to} ${from} ${label}`;

/** That of the most packs; of several, the latest. */
const periodOf = (packs: readonly TeamFacts[]): Report['period'] | null => {
  const counts = new Map<string, { readonly period: Report['period']; readonly packs: number }>();
  for (const { period } of packs) {
    const key = keyOf(period);
    counts.set(key, { period, packs: (counts.get(key)?.packs ?? 0) + 1 });
  }
  const [first] = [...counts].sort(([a, one], [b, other]) => other.packs - one.packs || byCodeUnits(b, a));
  return first?.[1].period ?? null;
};
