// Steps `packs` and `portfolio` of a roll-up: each listed pack that is at hand still carries the manifest it was bound by, and where all
// are at hand, the portfolio made again from them is the one that lies here.
import type { Portfolio } from '../../model/portfolio.ts';
import type { ListedPack, RollupManifest } from '../../model/rollup-manifest.ts';
import type { Digest } from '../../model/scalar.ts';
import { Failure } from '../../problem.ts';
import type { Members } from '../member.ts';
import { PORTFOLIO } from './names.ts';
import {
  type RollupDetail,
  type RollupStep,
  rollupChecked,
  rollupDetail,
  rollupNotChecked,
} from './rollup-verification.ts';

/** The digest of the manifest of the pack at a path as the roll-up names it; null where there is no pack at hand. */
export type ManifestAt = (path: string) => Promise<Digest | null>;

/** Makes portfolio.json again from the packs that the manifest lists. Throws `input-invalid` where one of them cannot be used. */
export type RemakePortfolio = (
  manifest: RollupManifest,
  said: Portfolio,
  members: Members,
) => Promise<Uint8Array>;

/** `all` is true where every listed pack is at hand and is the one that was listed. */
export type PacksSeen = { readonly step: RollupStep; readonly all: boolean };

export const checkPacks = async (manifest: RollupManifest, manifestAt: ManifestAt): Promise<PacksSeen> => {
  const absent: ListedPack[] = [];
  const changed: RollupDetail[] = [];
  for (const pack of [...manifest.packs, ...manifest.previous]) {
    const found = await manifestAt(pack.path);
    if (found === null) absent.push(pack);
    else if (found !== pack.manifest) changed.push(changedPack(pack, found));
  }
  const missing = absent.map(({ name, path }) =>
    rollupDetail('pack-not-at-hand', path, `The pack of ${name} is not at hand at ${path}.`),
  );
  if (changed.length > 0) return { step: rollupChecked('packs', changed), all: false };
  if (missing.length > 0) return { step: rollupNotChecked('packs', missing), all: false };
  return { step: rollupChecked('packs', []), all: true };
};

const changedPack = ({ name, path, manifest }: ListedPack, found: Digest): RollupDetail =>
  rollupDetail(
    'listed-pack-changed',
    path,
    `The pack of ${name} at ${path} has the manifest ${found}; this roll-up was made from ${manifest}.`,
  );

export const checkPortfolio = async (
  members: Members,
  manifest: RollupManifest,
  said: Portfolio,
  remake: RemakePortfolio,
): Promise<RollupStep> => {
  const again = await remade(members, manifest, said, remake);
  if (again instanceof Failure)
    return rollupChecked('portfolio', [rollupDetail('listed-pack-unusable', null, again.message)]);
  if (Buffer.compare(again, members.get(PORTFOLIO) ?? new Uint8Array()) === 0)
    return rollupChecked('portfolio', []);
  const sentence = 'The packs, rolled up again, give another portfolio.json.';
  return rollupChecked('portfolio', [rollupDetail('portfolio-differs', PORTFOLIO, sentence)]);
};

const remade = async (
  members: Members,
  manifest: RollupManifest,
  said: Portfolio,
  remake: RemakePortfolio,
): Promise<Uint8Array | Failure> => {
  try {
    return await remake(manifest, said, members);
  } catch (error) {
    if (error instanceof Failure && error.code === 'input-invalid') return error;
    throw error;
  }
};
