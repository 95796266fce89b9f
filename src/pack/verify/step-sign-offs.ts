// Step `sign-offs`: each line's signature holds, the lines follow one another, they belong here, and they are over this very content.
// What was found is the evaluation's, made again from the members; here it becomes the answer.
import type { ApprovalState, JudgedSignOff } from '../../model/evaluation.ts';
import { SIGN_OFFS } from '../names.ts';
import type { Reperformed } from './step-evaluation.ts';
import { checked, type Detail, detail, notChecked, type Step } from './verification.ts';

/** A draft claims nothing: what is open there is told and no failure. `final` is what the manifest says. */
export const checkSignOffs = ({ approvals, mode }: Reperformed, final: boolean): Step => {
  const faults = approvals.signOffs.flatMap(faultsOf);
  if (faults.length > 0) return checked('sign-offs', faults);
  if (mode === 'recorded') return checkRecorded(approvals, final);
  const open = openOf(approvals);
  if (open.length > 0) return final ? checked('sign-offs', open) : notChecked('sign-offs', ...open);
  // A policy that asks for nobody's signature leaves nothing that could be found in order.
  return approvals.held.length > 0 ? checked('sign-offs', []) : notChecked('sign-offs', noSignOffs);
};

/** What is recorded proves nothing, but a final pack has to have it. */
const checkRecorded = ({ missing }: ApprovalState, final: boolean): Step =>
  final && missing.length > 0
    ? checked(
        'sign-offs',
        missing.map((role) =>
          detail('sign-off-missing', null, `The pack is final, and no approval of the ${role} is recorded.`),
        ),
      )
    : notChecked('sign-offs', recordedOnly);

const noSignOffs = detail('no-sign-offs', null, 'There is no signed sign-off in this pack.');

const recordedOnly = detail(
  'recorded-only',
  null,
  'The policy has approvals recorded by name; they are not cryptographically verified.',
);

/** Timestamps have a step of their own. */
const faultsOf = ({ facts }: JudgedSignOff): readonly Detail[] =>
  facts.faults
    .filter(({ code }) => !code.startsWith('timestamp-'))
    .map(({ code, sentence }) =>
      detail(code, SIGN_OFFS, `The ${facts.role}'s sign-off in line ${facts.number}: ${sentence}`),
    );

const openOf = ({ signOffs, missing }: ApprovalState): readonly Detail[] => {
  if (signOffs.length === 0 && missing.length > 0) return [noSignOffs];
  const voided = signOffs.filter(({ standing }) => standing === 'void');
  const told = voided.map(({ facts }) => facts.role);
  return [
    ...voided.map(({ facts }) =>
      detail(
        'sign-off-void',
        SIGN_OFFS,
        `The ${facts.role}'s sign-off in line ${facts.number} is over other content: ${changedSaid(facts)}.`,
      ),
    ),
    ...missing
      .filter((role) => !told.includes(role))
      .map((role) =>
        detail('sign-off-missing', SIGN_OFFS, `There is no sign-off of the ${role} that counts.`),
      ),
  ];
};

const changedSaid = ({ changed }: JudgedSignOff['facts']): string => {
  const names = [...(changed?.duties.map(({ id }) => id) ?? []), ...(changed?.parts ?? [])];
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8
    ? `${shown} and ${names.length - 8} more differ`
    : `${shown} ${names.length === 1 ? 'differs' : 'differ'}`;
};

/** Step `separation`: the roles followed one another, in different hands as far as the policy asks for it. */
export const checkSeparation = ({ approvals }: Reperformed): Step => {
  const signed = approvals.held.filter(({ signOff }) => signOff !== null);
  if (signed.length === 0)
    return notChecked('separation', detail('nothing-signed', null, 'There is no sign-off that counts.'));
  return checked('separation', [
    ...approvals.outOfOrder.map(([earlier, later]) =>
      detail(
        'sign-off-out-of-order',
        SIGN_OFFS,
        `The ${later.role} (${later.person}, ${later.at}) signed before the ${earlier.role} (${earlier.person}, ${earlier.at}).`,
      ),
    ),
    ...approvals.oneHand.map(({ first, second, shared }) =>
      detail(
        'sign-off-same-person',
        SIGN_OFFS,
        `${first.role} (${first.person}) and ${second.role} (${second.person}) share ${shared}.`,
      ),
    ),
  ]);
};
