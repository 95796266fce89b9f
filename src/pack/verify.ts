// Verifies a pack, step by step, from its members' bytes alone. Pure: no disk, no clock, no trust in anything the pack says of itself.

import type { Manifest } from '../model/manifest.ts';
import { manifestDigest } from './manifest.ts';
import type { Members } from './member.ts';
import { ENVELOPE, INPUTS, MANIFEST, REPORT } from './names.ts';
import type { ReportHead } from './report-head.ts';
import { checkDocuments } from './step-documents.ts';
import { checkEvaluation, type Reperform } from './step-evaluation.ts';
import { checkIdentity } from './step-identity.ts';
import { checkInputs } from './step-inputs.ts';
import { checkMembers } from './step-members.ts';
import { checkStructure } from './step-structure.ts';
import { detail, type Step, type StepId, stepOf, unreached, type Verification } from './verification.ts';

/**
 * Takes the steps of docs/pack-format.md in order. A pack that is wrong is an answer, not an error; only what is not the pack's fault throws.
 * `reperform` makes the report again from the inputs inside.
 */
export const verifyPack = async (members: Members, reperform: Reperform): Promise<Verification> => {
  const structure = checkStructure(members);
  const rest =
    structure.manifest === null ? unreachedAll : await checkRest(members, structure.manifest, reperform);
  const steps = [structure.step, ...rest, signOffs, checkSeal(members)];
  const bytes = members.get(MANIFEST);
  return {
    outcome: steps.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'ok',
    pack: structure.manifest === null ? null : packOf(structure.manifest),
    manifest: bytes === undefined ? null : manifestDigest(bytes),
    steps,
  };
};

const packOf = ({ format: _format, members: _members, ...about }: Manifest): Verification['pack'] => about;

const unreachedAll: readonly Step[] = (
  ['members', 'identity', 'inputs', 'evaluation', 'documents'] as const
).map((id) => unreached(id, 'structure'));

const checkRest = async (
  members: Members,
  manifest: Manifest,
  reperform: Reperform,
): Promise<readonly Step[]> => {
  const listed = checkMembers(members, manifest);
  const { step: identity, head } = checkIdentity(members, manifest);
  const inputs = inputsAfter(listed, members, head);
  const evaluation = await evaluationAfter([listed, inputs], members, head, reperform);
  return [listed, identity, inputs, evaluation, checkDocuments(members, manifest)];
};

/** A report.json that is known to be altered cannot say what the inputs should be. */
const inputsAfter = (listed: Step, members: Members, head: ReportHead | null): Step => {
  if (names(listed, (member) => member === REPORT)) return unreached('inputs', 'members');
  return head === null ? unreached('inputs', 'identity') : checkInputs(members, head);
};

/** Where report.json or an input is known to be altered, doing the evaluation again would only blame the wrong member. */
const evaluationAfter = async (
  before: readonly Step[],
  members: Members,
  head: ReportHead | null,
  reperform: Reperform,
): Promise<Step> => {
  const spoilt = before.find((step) =>
    names(step, (member) => member === REPORT || member.startsWith(INPUTS)),
  );
  if (spoilt !== undefined) return unreached('evaluation', spoilt.id);
  return head === null ? unreached('evaluation', 'identity') : checkEvaluation(members, head, reperform);
};

/** Whether a step failed for a member of the kind. */
const names = ({ outcome, details }: Step, kind: (member: string) => boolean): boolean =>
  outcome === 'failed' && details.some(({ member }) => member !== null && kind(member));

const notChecked = (id: StepId, ...details: readonly Step['details'][number][]): Step =>
  stepOf(id, 'not-checked', details);

const signOffs = notChecked(
  'sign-offs',
  detail('no-sign-offs', null, 'There is no signed sign-off in this pack.'),
);

const checkSeal = (members: Members): Step =>
  members.has(ENVELOPE)
    ? notChecked(
        'seal',
        detail(
          'seal-not-understood',
          ENVELOPE,
          'There is a seal, and this version does not check seals: origin not established.',
        ),
      )
    : notChecked('seal', detail('no-seal', null, 'There is no seal in this pack: origin not established.'));
