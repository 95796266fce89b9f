// Verifies a roll-up, step by step: its own members and seal from its bytes alone, then the packs it was made from, as far as they are
// at hand. docs/pack-format.md, section 11, says what each step asks.
import type { RollupManifest } from '../../model/rollup-manifest.ts';
import { manifestDigest } from '../manifest.ts';
import type { Members } from '../member.ts';
import { MANIFEST } from '../names.ts';
import { type ReportPdf, readReportPdf } from '../verify/pdf-members.ts';
import { signatureSteps } from '../verify/signature-steps.ts';
import { checkWorkbook, isSame } from '../verify/step-documents.ts';
import { checkMembers } from '../verify/step-members.ts';
import type { TrustStore } from '../verify/trust-store.ts';
import type { Signature } from '../verify/verification.ts';
import { checkRollupIdentity, rollupDocuments } from './identity.ts';
import { PORTFOLIO, ROSTER } from './names.ts';
import { checkPacks, checkPortfolio, type ManifestAt, type RemakePortfolio } from './packs-at-hand.ts';
import {
  ROLLUP_STEPS,
  type RollupDetail,
  type RollupStep,
  type RollupVerification,
  rollupChecked,
  rollupDetail,
  rollupNotChecked,
  rollupUnreached,
  sharedStep,
} from './rollup-verification.ts';
import { checkRollupStructure } from './structure.ts';

/** `trust` is null where nobody said whom to trust. */
export type RollupVerifyOptions = {
  readonly manifestAt: ManifestAt;
  readonly remake: RemakePortfolio;
  readonly trust: TrustStore | null;
  /** Steps whose "not checked" counts as failed. */
  readonly require: readonly string[];
};

/** A roll-up that is wrong is an answer, not an error. */
export const verifyRollup = async (
  members: Members,
  options: RollupVerifyOptions,
): Promise<RollupVerification> => {
  const structure = checkRollupStructure(members);
  const { manifest } = structure;
  const bytes = members.get(MANIFEST);
  if (manifest === null || bytes === undefined) {
    const others = ROLLUP_STEPS.filter((id) => id !== 'structure');
    const steps = others.map((id) => rollupUnreached(id, 'structure'));
    return answer([structure.step, ...steps], [], null, bytes, options);
  }
  const { steps, signatures } = await checkRest(members, manifest, bytes, options);
  return answer([structure.step, ...steps], signatures, manifest, bytes, options);
};

type Taken = { readonly steps: readonly RollupStep[]; readonly signatures: readonly Signature[] };

const checkRest = async (
  members: Members,
  manifest: RollupManifest,
  bytes: Uint8Array,
  options: RollupVerifyOptions,
): Promise<Taken> => {
  const listed = rollupChecked('members', checkMembers(members, manifest).details);
  const identity = checkRollupIdentity(members, manifest);
  const names = rollupDocuments(manifest);
  const pdfBytes = members.get(names.pdf);
  const pdf = pdfBytes === undefined ? null : readReportPdf(pdfBytes);
  const signed = await sealSteps(members, bytes, names.pdf, pdf, options.trust);
  const packs = await checkPacks(manifest, options.manifestAt);
  const portfolio = await portfolioStep(members, manifest, identity, packs.all, options);
  const documents = documentsStep(members, manifest, pdf, listed);
  return {
    steps: [listed, identity.step, ...signed.steps, packs.step, portfolio, documents],
    signatures: signed.signatures,
  };
};

/** No id of a team has a blank, so that whoever is trusted to seal for some teams only is not trusted to seal for all. */
const ALL_TEAMS = 'all teams';

const sealSteps = async (
  members: Members,
  manifest: Uint8Array,
  member: string,
  read: ReportPdf | null,
  trust: TrustStore | null,
): Promise<Taken> => {
  const pack = {
    ...{ members, manifest, pdf: { member, read }, team: ALL_TEAMS, final: false },
    ...{ lines: [], again: 'evaluation' as const },
  };
  const { steps, signatures } = await signatureSteps(pack, trust);
  return { steps: steps.flatMap((step) => sharedStep(step) ?? []), signatures };
};

const portfolioStep = async (
  members: Members,
  manifest: RollupManifest,
  { portfolio }: ReturnType<typeof checkRollupIdentity>,
  all: boolean,
  { remake }: RollupVerifyOptions,
): Promise<RollupStep> => {
  if (portfolio === null) return rollupUnreached('portfolio', 'identity');
  if (all) return checkPortfolio(members, manifest, portfolio, remake);
  const sentence = 'Not every pack that this roll-up was made from is at hand as it was.';
  return rollupNotChecked('portfolio', [rollupDetail('pack-not-at-hand', null, sentence)]);
};

const documentsStep = (
  members: Members,
  manifest: RollupManifest,
  pdf: ReportPdf | null,
  listed: RollupStep,
): RollupStep => {
  const names = rollupDocuments(manifest);
  const workbook = members.get(names.workbook);
  const altered = new Set(listed.details.map(({ member }) => member));
  return rollupChecked('documents', [
    ...(pdf === null ? [] : carried(members, names.pdf, pdf, altered)),
    ...(workbook === undefined ? [] : checkWorkbook(names.workbook, workbook, manifest['rollup-id'])),
  ]);
};

const carried = (
  members: Members,
  name: string,
  pdf: ReportPdf,
  altered: ReadonlySet<string | null>,
): readonly RollupDetail[] => {
  if (pdf.kind === 'refused') return [rollupDetail(pdf.code, name, `${name}: ${pdf.sentence}`)];
  const wanted = [PORTFOLIO, ROSTER].filter((path) => members.has(path));
  return [...new Set([...wanted, ...pdf.members.keys()])]
    .filter((path) => !altered.has(path) && !isSame(members.get(path), pdf.members.get(path)))
    .map((path) =>
      rollupDetail('document-differs', name, `${name} does not carry ${path} as it lies in the roll-up.`),
    );
};

const answer = (
  taken: readonly RollupStep[],
  signatures: readonly Signature[],
  manifest: RollupManifest | null,
  bytes: Uint8Array | undefined,
  { require }: RollupVerifyOptions,
): RollupVerification => {
  const steps = taken.map((step) =>
    step.outcome === 'not-checked' && require.includes(step.id)
      ? { ...step, outcome: 'failed' as const }
      : step,
  );
  const failed = steps.some(({ outcome }) => outcome === 'failed');
  return {
    outcome: failed ? 'failed' : 'ok',
    rollup: manifest === null ? null : aboutIn(manifest),
    manifest: bytes === undefined ? null : manifestDigest(bytes),
    signatures,
    steps,
  };
};

const aboutIn = ({
  format: _format,
  members: _members,
  packs: _packs,
  previous: _previous,
  ...about
}: RollupManifest): RollupVerification['rollup'] => about;
