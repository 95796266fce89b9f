// A roll-up's packs as they lie on disk, for whoever verifies it: which manifests they have, and the portfolio made from them again.
import { sha256 } from '../../codec/digest.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import type { ListedPack } from '../../model/rollup-manifest.ts';
import { MANIFEST, type ManifestAt, type RemakePortfolio, ROSTER } from '../../pack/index.ts';
import { Failure } from '../../problem.ts';
import {
  buildPortfolio,
  type EarlierPacks,
  earlierPack,
  type TeamFacts,
} from '../../report/portfolio/index.ts';
import { deliveredPack } from './delivered-pack.ts';
import { rosterFacts } from './gather.ts';
import { portfolioBytes } from './make.ts';
import type { PackShelf } from './pack-shelf.ts';

/** `folder` is the roll-up's: packs are named as seen from there. */
export const manifestsBeside =
  (shelf: PackShelf, folder: string): ManifestAt =>
  async (path) => {
    const bytes = await shelf.read(shelf.at(shelf.at(folder, path), MANIFEST));
    return bytes === null ? null : sha256(bytes);
  };

/**
 * What the packs, the roster inside and the packs of the period before give. Which packs were refused, the edition and the maker are nowhere
 * else than in the portfolio itself.
 */
export const remakeBeside =
  (shelf: PackShelf, folder: string): RemakePortfolio =>
  async (manifest, said, members) => {
    const packs = await factsOf(shelf, folder, manifest.packs);
    const roster = members.get(ROSTER);
    return portfolioBytes(
      buildPortfolio({
        period: packs[0]?.period ?? said.period,
        packs,
        refused: said.refused,
        roster: roster === undefined ? null : rosterFacts({ name: ROSTER, bytes: roster }),
        earlier: earlierFrom(await factsOf(shelf, folder, manifest.previous), said),
        edition: said.edition,
        maker: said.maker,
      }),
    );
  };

const factsOf = async (
  shelf: PackShelf,
  folder: string,
  listed: readonly ListedPack[],
): Promise<readonly TeamFacts[]> => {
  const facts: TeamFacts[] = [];
  for (const { name, path } of listed) {
    const one = await deliveredPack(shelf, shelf.at(folder, path), path);
    if (one.kind !== 'pack') throw unusable(name, path, one.kind === 'refused' ? one.why : 'no-pack');
    facts.push(one.facts);
  }
  return facts;
};

const unusable = (name: string, path: string, why: string): Failure =>
  new Failure(
    'input-invalid',
    `The pack of ${name} at ${path} cannot be used (${why}).`,
    'Verify that pack by itself.',
  );

const earlierFrom = (packs: readonly TeamFacts[], { before }: Portfolio): EarlierPacks | null => {
  const [first] = packs;
  if (first === undefined) return null;
  return { period: first.period, packs: packs.map(earlierPack), refused: before?.refused ?? 0 };
};
