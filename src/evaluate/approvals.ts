// Which of the sign-offs that the policy asks for have been given, in order and by different people.
import { type Approval, SIGN_OFF_ROLES, type SignOffRole } from '../model/attestation.ts';
import type { ApprovalState, Held, JudgedSignOff } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { sharedHand } from './one-hand.ts';
import { judgeSignOffs } from './standing.ts';

export const approvalState = ({ attestation, policy, signOffs }: Inputs): ApprovalState => {
  const { mode, separation, roles } = policy.approvals;
  const asked = SIGN_OFF_ROLES.filter((role) => roles.includes(role));
  const judged = judgeSignOffs(signOffs, asked);
  // A recorded approval is bound to nothing, so where signatures are asked for it does not count.
  const counted = mode === 'recorded' ? attestation.approvals.map(recorded) : judged.flatMap(signed);
  const held = asked.flatMap((role) => latest(counted.filter((one) => one.role === role)));
  const missing = asked.filter((role) => !held.some((one) => one.role === role));
  const outOfOrder = neighbours(held).filter(isReversed);
  const oneHand = pairs(held).flatMap(([first, second]) => {
    const shared = sharedHand(first, second);
    const allowed = separation === 'two-people' && mayShareHand(asked, held, first, second);
    return shared === null || allowed ? [] : [{ first, second, shared }];
  });
  const complete = missing.length + outOfOrder.length + oneHand.length === 0;
  return { given: attestation.approvals, signOffs: judged, held, missing, outOfOrder, oneHand, complete };
};

const recorded = ({ role, person, date }: Approval): Held => ({ role, person, at: date, signOff: null });

const signed = ({ facts, standing }: JudgedSignOff): readonly Held[] =>
  standing === 'valid' ? [{ role: facts.role, person: facts.person, at: facts.at, signOff: facts }] : [];

/** Of two on one day, the one listed later. */
const latest = (approvals: readonly Held[]): readonly Held[] =>
  approvals.length === 0 ? [] : [approvals.reduce((best, next) => (next.at >= best.at ? next : best))];

type Pair = readonly [Held, Held];

/** By the time each says; signed ones also by their place in the chain, which nobody can set, and by what timestamps prove. */
const isReversed = ([earlier, later]: Pair): boolean =>
  later.at < earlier.at ||
  (later.signOff?.number ?? 0) < (earlier.signOff?.number ?? 0) ||
  isProvedReversed(earlier.signOff?.proved?.at, later.signOff?.proved?.at);

/** A proved time is compared with a proved one only: two people's clocks and an authority's differ by seconds. */
const isProvedReversed = (earlier: string | undefined, later: string | undefined): boolean =>
  earlier !== undefined && later !== undefined && later < earlier;

const neighbours = (held: readonly Held[]): readonly Pair[] =>
  pairs(held).filter(([a, b]) => held.indexOf(b) - held.indexOf(a) === 1);

const pairs = (held: readonly Held[]): readonly Pair[] =>
  held.flatMap((a, index) => held.slice(index + 1).map((b): Pair => [a, b]));

/** Two people are enough when the shared roles stand next to each other and somebody else holds another one. */
const mayShareHand = (asked: readonly SignOffRole[], held: readonly Held[], a: Held, b: Held): boolean =>
  asked.indexOf(b.role) - asked.indexOf(a.role) === 1 &&
  (held.length < asked.length || held.some((other) => sharedHand(other, a) === null));
