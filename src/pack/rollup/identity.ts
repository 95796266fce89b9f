// Step `identity` of a roll-up: portfolio.json and the manifest speak of the same roll-up and the same packs, and the documents are there.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { type Portfolio, portfolio } from '../../model/portfolio.ts';
import type { RollupManifest } from '../../model/rollup-manifest.ts';
import type { Members } from '../member.ts';
import { readMember } from '../verify/read-member.ts';
import { type RollupAbout, rollupAbout } from './manifest.ts';
import { PORTFOLIO, rollupPage, rollupReport, rollupWorkbook } from './names.ts';
import { type RollupDetail, type RollupStep, rollupChecked, rollupDetail } from './rollup-verification.ts';

export type RollupIdentity = { readonly step: RollupStep; readonly portfolio: Portfolio | null };

export const rollupDocuments = ({
  period,
  state,
  version,
}: RollupManifest): { readonly pdf: string; readonly workbook: string; readonly page: string } => {
  const name = { period, edition: { state, version } };
  return { pdf: rollupReport(name), workbook: rollupWorkbook(name), page: rollupPage(name) };
};

/** `portfolio` is null when it cannot be read. */
export const checkRollupIdentity = (members: Members, manifest: RollupManifest): RollupIdentity => {
  const bytes = members.get(PORTFOLIO);
  if (bytes === undefined)
    return nothing(rollupDetail('portfolio-missing', PORTFOLIO, 'There is no portfolio.json.'));
  const read = readMember(PORTFOLIO, bytes, portfolio);
  if (read.kind === 'unreadable')
    return nothing(rollupDetail('portfolio-unreadable', PORTFOLIO, read.sentence));
  const missing = Object.values(rollupDocuments(manifest)).filter((name) => !members.has(name));
  return {
    step: rollupChecked('identity', [
      ...differences(read.value, manifest),
      ...missing.map((name) =>
        rollupDetail('document-missing', name, `There is no ${name}, as this roll-up's document is called.`),
      ),
    ]),
    portfolio: read.value,
  };
};

const nothing = (why: RollupDetail): RollupIdentity => ({
  step: rollupChecked('identity', [why]),
  portfolio: null,
});

const differences = (said: Portfolio, manifest: RollupManifest): readonly RollupDetail[] => {
  const about = rollupAbout(said);
  const named = (packs: readonly { readonly name: string; readonly manifest: string }[]): string =>
    canonicalJson(packs.map(({ name, manifest: digest }) => ({ name, manifest: digest })));
  const wrong = [
    ...(Object.keys(about) as readonly (keyof RollupAbout)[]).filter(
      (key) => canonicalJson(about[key]) !== canonicalJson(manifest[key]),
    ),
    ...(named(said.teams) === named(manifest.packs) ? [] : ['packs']),
    ...(named(said.before?.packs ?? []) === named(manifest.previous) ? [] : ['previous']),
  ];
  return wrong.map((key) =>
    rollupDetail(
      'identity-differs',
      PORTFOLIO,
      `portfolio.json and manifest.json say different things of ${key}.`,
    ),
  );
};
