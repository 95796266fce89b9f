// Makes the manifest of a roll-up: its members, and the packs it stands on. One spelling, as a pack's.
import { canonicalJson } from '../../codec/canonical-json.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import type { ListedPack, RollupManifest } from '../../model/rollup-manifest.ts';
import { listedMembers } from '../manifest.ts';
import type { Member } from '../member.ts';

/** The part of the manifest that the portfolio says too. */
export type RollupAbout = Omit<RollupManifest, 'format' | 'packs' | 'previous' | 'members'>;

export const rollupAbout = (portfolio: Pick<Portfolio, keyof RollupIdentified>): RollupAbout => ({
  'rollup-id': portfolio['rollup-id'],
  period: portfolio.period.label,
  'as-of': portfolio['as-of'],
  state: portfolio.edition.state,
  version: portfolio.edition.version,
  supersedes: portfolio.edition.supersedes,
});
type RollupIdentified = Pick<Portfolio, 'rollup-id' | 'period' | 'as-of' | 'edition'>;

/** `previous`: packs of the period before, which the portfolio names without a place. */
export const rollupManifestOf = (
  members: readonly Member[],
  portfolio: Portfolio,
  previous: readonly ListedPack[],
): RollupManifest => ({
  format: 'countersign/rollup-manifest@1',
  ...rollupAbout(portfolio),
  packs: portfolio.teams.map(({ name, path, manifest }) => ({ name, path, manifest })),
  previous,
  members: listedMembers(members),
});

/** Canonical JSON and one line feed. */
export const rollupManifestBytes = (manifest: RollupManifest): Uint8Array =>
  new TextEncoder().encode(`${canonicalJson(manifest)}\n`);
