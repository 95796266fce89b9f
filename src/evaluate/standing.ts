// What each signed sign-off is worth now. A chain begins with the first role that the policy asks for; signing as that role again
// begins a new one, and what stood before is superseded.
import type { SignOffRole } from '../model/attestation.ts';
import type { JudgedSignOff } from '../model/evaluation.ts';
import type { SignOffFacts, Standing } from '../model/sign-off.ts';

/** In the order of the lines. `asked`: the policy's roles, in their order. */
export const judgeSignOffs = (
  signOffs: readonly SignOffFacts[],
  asked: readonly SignOffRole[],
): readonly JudgedSignOff[] => {
  const start = signOffs.findLastIndex(({ role }) => role === asked[0]);
  return signOffs.map((facts, index) => ({ facts, standing: standingOf(facts, index, signOffs, start) }));
};

/** A fault is told even of a line that no longer counts: the file as a whole is what was signed, line by line. */
const standingOf = (
  facts: SignOffFacts,
  index: number,
  signOffs: readonly SignOffFacts[],
  start: number,
): Standing => {
  if (facts.faults.length > 0) return 'faulty';
  const again = signOffs
    .slice(index + 1)
    .some(({ role, faults }) => role === facts.role && faults.length === 0);
  if (index < start || again) return 'superseded';
  return facts.changed === null ? 'valid' : 'void';
};
