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
  const inputs = head === null ? unreached('inputs', 'identity') : checkInputs(members, head);
  const evaluation = await evaluationAfter([listed, identity, inputs], members, head, reperform);
  return [listed, identity, inputs, evaluation, checkDocuments(members, manifest)];
};

/** Where report.json or an input is already known to be wrong, doing the evaluation again would only name the wrong member. */
const evaluationAfter = async (
  before: readonly Step[],
  members: Members,
  head: ReportHead | null,
  reperform: Reperform,
): Promise<Step> => {
  if (head === null) return unreached('evaluation', 'identity');
  const spoilt = before.find(({ outcome, details }) => outcome === 'failed' && details.some(concernsInputs));
  return spoilt === undefined
    ? checkEvaluation(members, head, reperform)
    : unreached('evaluation', spoilt.id);
};

const concernsInputs = ({ member }: Step['details'][number]): boolean =>
  member === REPORT || (member?.startsWith(INPUTS) ?? false);

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
