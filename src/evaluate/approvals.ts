// Which of the sign-offs that the policy asks for have been given, in order and by different people.
import { type Approval, SIGN_OFF_ROLES } from '../model/attestation.ts';
import type { ApprovalState } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';

type Pair = readonly [Approval, Approval];

export const approvalState = ({ attestation, policy }: Inputs): ApprovalState => {
  const { mode, separation, roles } = policy.approvals;
  const asked = SIGN_OFF_ROLES.filter((role) => roles.includes(role));
  // A recorded approval is bound to nothing, so where signatures are asked for it does not count.
  const counted = mode === 'recorded' ? attestation.approvals : [];
  const held = asked.flatMap((role) => latest(counted.filter((approval) => approval.role === role)));
  const missing = asked.filter((role) => !held.some((approval) => approval.role === role));
  const outOfOrder = neighbours(held).filter(([earlier, later]) => later.date < earlier.date);
  const samePerson = pairs(held).filter(
    ([a, b]) =>
      a.person === b.person && (separation === 'all-different' || !maySharePerson(asked, held, a, b)),
  );
  const complete = missing.length + outOfOrder.length + samePerson.length === 0;
  return { given: attestation.approvals, missing, outOfOrder, samePerson, complete };
};

/** Of two on one day, the one listed later. */
const latest = (approvals: readonly Approval[]): readonly Approval[] =>
  approvals.length === 0 ? [] : [approvals.reduce((best, next) => (next.date >= best.date ? next : best))];

const neighbours = (held: readonly Approval[]): readonly Pair[] =>
  pairs(held).filter(([a, b]) => held.indexOf(b) - held.indexOf(a) === 1);

const pairs = (held: readonly Approval[]): readonly Pair[] =>
  held.flatMap((a, index) => held.slice(index + 1).map((b): Pair => [a, b]));

/** Two people are enough when the shared roles stand next to each other and somebody else holds another one. */
const maySharePerson = (
  asked: readonly string[],
  held: readonly Approval[],
  a: Approval,
  b: Approval,
): boolean =>
  asked.indexOf(b.role) - asked.indexOf(a.role) === 1 &&
  (held.length < asked.length || held.some((other) => other.person !== a.person));
