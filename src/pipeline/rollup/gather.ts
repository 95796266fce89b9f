// Everything a roll-up is made from: the packs of a folder, the roster, and the packs of the period before.
import { sha256 } from '../../codec/digest.ts';
import { byCodeUnits } from '../../model/lookup.ts';
import type { Report } from '../../model/report.ts';
import { ROSTER } from '../../pack/index.ts';
import { Failure } from '../../problem.ts';
import { readRoster } from '../../read/index.ts';
import type { SourceFile } from '../../read/reading.ts';
import {
  type EarlierPacks,
  earlierPack,
  type PortfolioAsked,
  type RosterFacts,
} from '../../report/portfolio/index.ts';
import { mustRead } from '../must-read.ts';
import { gatherPacks, periodIn } from './gather-packs.ts';
import type { PackShelf } from './pack-shelf.ts';

export type RollupInputs = Omit<PortfolioAsked, 'edition' | 'maker'> & {
  /** The roster's bytes, which the roll-up carries. */
  readonly rosterFile: SourceFile | null;
};

/** `previous`: a folder of packs of the period before; null to look for it beside `folder`. `from`: a file in the roll-up's folder. */
export type RollupWanted = {
  readonly folder: string;
  readonly from: string;
  readonly previous: string | null;
  readonly roster: SourceFile | null;
};

/** Throws `input-missing` where a folder holds no packs, `input-invalid` for a roster that is wrong, `disk`. */
export const gatherRollup = async (shelf: PackShelf, wanted: RollupWanted): Promise<RollupInputs> => {
  const roster = wanted.roster === null ? null : rosterFacts(wanted.roster);
  const { period, packs, refused } = await gatherPacks(shelf, wanted.folder, wanted.from);
  if (period === null) throw noPacks(wanted.folder, refused.length);
  const earlier = await gatherEarlier(shelf, wanted, period);
  return { period, packs, refused, roster, earlier, rosterFile: wanted.roster };
};

const noPacks = (folder: string, refused: number): Failure =>
  new Failure(
    'input-missing',
    refused === 0
      ? `There are no packs in ${folder}.`
      : `There are no packs in ${folder} that can be read; folders that hold something else: ${refused}.`,
    'Name the folder of a period, like out/2026-Q3, after countersign build.',
  );

/** Throws `input-invalid` with the diagnostics of the file. */
export const rosterFacts = (file: SourceFile): RosterFacts => ({
  member: ROSTER,
  sha256: sha256(file.bytes),
  teams: mustRead(readRoster(file)).teams.map(({ team, system }) => ({
    team: { id: team.id, name: team.name },
    system: system.id,
  })),
});

const gatherEarlier = async (
  shelf: PackShelf,
  { folder, from, previous }: RollupWanted,
  period: Report['period'],
): Promise<EarlierPacks | null> => {
  const place = previous ?? (await folderBefore(shelf, folder, period));
  if (place === null) return null;
  const there = await gatherPacks(shelf, place, from);
  if (there.period === null) throw noPacks(place, there.refused.length);
  if (there.period.to >= period.from) throw notBefore(place, there.period, period);
  return { period: there.period, packs: there.packs.map(earlierPack), refused: there.refused.length };
};

const notBefore = (folder: string, found: Report['period'], period: Report['period']): Failure =>
  new Failure(
    'usage',
    `The packs in ${folder} are of ${found.label}, which ends on ${found.to}; ${period.label} begins on ${period.from}.`,
    'Name a folder whose period ends before this one begins.',
  );

/** Beside the folder, the one whose period ends last before this one begins. */
const folderBefore = async (
  shelf: PackShelf,
  folder: string,
  { from }: Report['period'],
): Promise<string | null> => {
  const beside = shelf.at(folder, '..');
  const found: { readonly place: string; readonly to: string }[] = [];
  for (const name of await shelf.folders(beside)) {
    const place = shelf.at(beside, name);
    const period = await periodIn(shelf, place);
    if (period !== null && period.to < from) found.push({ place, to: period.to });
  }
  return found.sort((a, b) => byCodeUnits(b.to, a.to) || byCodeUnits(a.place, b.place))[0]?.place ?? null;
};
