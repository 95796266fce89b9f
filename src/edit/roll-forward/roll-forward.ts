// An attestation rolled forward: the file of the next period, made of the one before. Every answer stays as it stands and waits to be
// confirmed; what was of the old period alone goes.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { carriedFrom } from '../../model/answer.ts';
import type { Attestation } from '../../model/attestation.ts';
import { period, spanOf } from '../../model/period.ts';
import { Failure } from '../../problem.ts';
import { readAttestation } from '../../read/index.ts';
import { editYaml } from '../yaml/edit-yaml.ts';
import { carriedForward, type LeftBehind, leftBehind, type NextPeriod } from './carried.ts';
import { editsFor } from './edits.ts';
import { withHead } from './head.ts';
import { withOwnSplices } from './splices.ts';

export type RollForward = NextPeriod & {
  readonly attestation: Attestation;
  /** What diagnostics call the file before, and its text. */
  readonly name: string;
  readonly text: string;
  /** A path that the file before names, as the new one names it. */
  readonly rebase: (path: string) => string;
};

export type RolledForward = {
  readonly text: string;
  readonly attestation: Attestation;
  /** How many answers wait to be confirmed; one for a whole resource counts once. */
  readonly carried: number;
  readonly leftBehind: readonly LeftBehind[];
};

/**
 * Throws a `usage` failure when the period is none, or does not begin after the one before ended, and a `bug` failure when what was
 * written is not what was meant.
 */
export const rollForward = (rolling: RollForward): RolledForward => {
  const { attestation: old, text, rebase } = rolling;
  refuseEarlier(rolling);
  const own = { models: rolling.paths.models, previous: rolling.previous };
  const edited = editYaml(withOwnSplices(text, own), editsFor(old, rolling));
  const renewed = withHead(edited, { from: spanOf(old.period), to: spanOf(rolling.period), rebase });
  const attestation = readAgain(rolling, renewed);
  const answers = Object.values(attestation.duties).flatMap((one) => Object.values(one));
  const carried = answers.filter((answer) => carriedFrom(answer) !== null).length;
  return {
    text: renewed,
    attestation,
    carried,
    leftBehind: leftBehind(old, spanOf(rolling.period)),
  };
};

const refuseEarlier = ({ attestation, period: next, name }: RollForward): void => {
  const problem = period.safeParse(next).error?.issues[0]?.message;
  if (problem !== undefined)
    throw new Failure('usage', `The period "${next}" ${problem}.`, 'Write --period like 2026-Q4.');
  const [old, fresh] = [spanOf(attestation.period), spanOf(next)];
  if (fresh.from > old.to) return;
  throw new Failure(
    'usage',
    `${fresh.label} begins on ${fresh.from}, and ${name} is of ${old.label}, which ends on ${old.to}.`,
    'Name a period that begins after the one before has ended.',
  );
};

/** Held against what carrying forward comes to as a value: the two are made independently of each other. */
const readAgain = (rolling: RollForward, text: string): Attestation => {
  const { value } = readAttestation({ name: rolling.name, bytes: new TextEncoder().encode(text) });
  if (value !== null && canonicalJson(value) === canonicalJson(carriedForward(rolling.attestation, rolling)))
    return value;
  throw new Failure(
    'bug',
    `${rolling.name} rolled forward would not hold what was meant; nothing was written.`,
    'Please report this.',
  );
};
