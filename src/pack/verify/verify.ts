// Verifies a pack, step by step, from its bytes alone. Pure: no disk, no clock, no trust in anything the pack says of itself.
// docs/pack-format.md says what each step asks; the order of work below follows what stands on what.
import type { Manifest } from '../../model/manifest.ts';
import { Failure } from '../../problem.ts';
import { manifestDigest } from '../manifest.ts';
import type { Members } from '../member.ts';
import { INPUTS, MANIFEST, REPORT, SIGN_OFFS } from '../names.ts';
import { readSignOffLines, type SignOffLine } from '../sign-offs/lines.ts';
import { type ReportPdf, readReportPdf } from './pdf-members.ts';
import type { ReportHead } from './report-head.ts';
import { type SignedPack, signatureSteps } from './signature-steps.ts';
import { checkDocuments, pdfName } from './step-documents.ts';
import { type Again, checkEvaluation, makeAgain, type Reperform } from './step-evaluation.ts';
import { checkEvidence } from './step-evidence.ts';
import { checkIdentity } from './step-identity.ts';
import { checkInputs } from './step-inputs.ts';
import { checkMembers } from './step-members.ts';
import { checkPrevious } from './step-previous.ts';
import { checkStructure } from './step-structure.ts';
import type { TrustStore } from './trust-store.ts';
import {
  type OpeningPack,
  type Signature,
  STEPS,
  type Step,
  type StepId,
  unreached,
  type Verification,
} from './verification.ts';

/** `reperform` makes the report again from the inputs inside. `trust` is null where nobody said whom to trust. */
export type VerifyOptions = {
  readonly reperform: Reperform;
  readonly trust: TrustStore | null;
  /** Steps whose "not checked" counts as failed. */
  readonly require: readonly StepId[];
};

/**
 * Takes the steps of docs/pack-format.md. A pack that is wrong is an answer, not an error; only what is not the pack's fault throws.
 */
export const verifyPack = async (members: Members, options: VerifyOptions): Promise<Verification> => {
  const structure = checkStructure(members);
  const manifest = members.get(MANIFEST);
  const about = {
    pack: structure.manifest === null ? null : packOf(structure.manifest),
    manifest: manifest === undefined ? null : manifestDigest(manifest),
  };
  if (structure.manifest === null || manifest === undefined)
    return answer([structure.step, ...unreachedAfter('structure')], NOTHING, about, options);
  const { steps, found } = await checkRest(members, structure.manifest, manifest, options);
  return answer([structure.step, ...steps], found, about, options);
};

/** What the steps found that an answer tells beside them. */
type Found = { readonly signatures: readonly Signature[]; readonly previous: OpeningPack | null };
type Taken = { readonly steps: readonly Step[]; readonly found: Found };

export const NOTHING: Found = { signatures: [], previous: null };

const checkRest = async (
  members: Members,
  manifest: Manifest,
  bytes: Uint8Array,
  options: VerifyOptions,
): Promise<Taken> => {
  const listed = checkMembers(members, manifest);
  const { step: identity, head } = checkIdentity(members, manifest);
  const content = await checkContent(members, head, listed, options.reperform);
  const pdf = reportPdfIn(members, manifest);
  const { steps, signatures } = await signatureSteps(
    signedPack(members, manifest, bytes, pdf, content.again),
    options.trust,
  );
  const altered = new Set(listed.details.map(({ member }) => member));
  const documents = checkDocuments(members, manifest, pdf, altered);
  const previous = await checkPrevious(members, {
    team: manifest.team,
    trust: options.trust,
    earlier: [listed, content.steps[0]],
  });
  return {
    steps: [listed, identity, ...steps, ...content.steps, documents, previous.step],
    found: { signatures: [...signatures, ...previous.signatures], previous: previous.opening },
  };
};

const reportPdfIn = (members: Members, manifest: Manifest): ReportPdf | null => {
  const bytes = members.get(pdfName(manifest));
  return bytes === undefined ? null : readReportPdf(bytes);
};

const signedPack = (
  members: Members,
  manifest: Manifest,
  bytes: Uint8Array,
  pdf: ReportPdf | null,
  again: Again | StepId,
): SignedPack => ({
  members,
  pdf: { member: pdfName(manifest), read: pdf },
  manifest: bytes,
  team: manifest.team,
  final: manifest.state === 'final',
  lines: linesIn(members),
  again: usable(again),
});

/** What the sign-offs are examined by; the step to blame where that is not to be had. */
export const usable = (again: Again | StepId): SignedPack['again'] =>
  again instanceof Failure || again === 'unknown-rules' ? 'evaluation' : again;

/** Null where the file of sign-offs cannot be read; none where there is no file. */
export const linesIn = (members: Members): readonly SignOffLine[] | null => {
  const bytes = members.get(SIGN_OFFS);
  if (bytes === undefined) return [];
  const read = readSignOffLines({ name: SIGN_OFFS, bytes });
  return read.kind === 'lines' ? read.lines : null;
};

type Content = { readonly steps: readonly [Step, Step, Step]; readonly again: Again | StepId };

/**
 * Inputs, evidence and the evaluation made again. Where report.json or an input is known to be altered, going on would only blame the
 * wrong member.
 */
export const checkContent = async (
  members: Members,
  head: ReportHead | null,
  listed: Step,
  reperform: Reperform,
): Promise<Content> => {
  if (head === null || names(listed, (member) => member === REPORT)) {
    const because = head === null ? 'identity' : 'members';
    const missed = (id: StepId): Step => unreached(id, because);
    return { steps: [missed('inputs'), missed('evidence'), missed('evaluation')], again: because };
  }
  const inputs = checkInputs(members, head);
  const altered = [listed, inputs].find((step) => names(step, (member) => member.startsWith(INPUTS)));
  if (altered !== undefined) {
    const evidence = unreached('evidence', altered.id);
    return { steps: [inputs, evidence, unreached('evaluation', altered.id)], again: altered.id };
  }
  const again = await makeAgain(members, head, reperform);
  return { steps: [inputs, checkEvidence(members, head), checkEvaluation(members, head, again)], again };
};

/** Whether a step failed for a member of the kind. */
const names = ({ outcome, details }: Step, kind: (member: string) => boolean): boolean =>
  outcome === 'failed' && details.some(({ member }) => member !== null && kind(member));

const packOf = ({ format: _format, members: _members, ...about }: Manifest): Verification['pack'] => about;

export const unreachedAfter = (because: StepId): readonly Step[] =>
  STEPS.filter((id) => id !== because).map((id) => unreached(id, because));

export const answer = (
  taken: readonly Step[],
  { signatures, previous }: Found,
  about: Pick<Verification, 'pack' | 'manifest'>,
  { require }: VerifyOptions,
): Verification => {
  const steps = taken.map((step) =>
    step.outcome === 'not-checked' && require.includes(step.id)
      ? { ...step, outcome: 'failed' as const }
      : step,
  );
  const failed = steps.some(({ outcome }) => outcome === 'failed');
  return { outcome: failed ? 'failed' : 'ok', ...about, previous, signatures, steps };
};
