// The options of every command that judges, and what they make of an attestation.

import type { AsOf, Finding } from '../index.ts';
import { asOfFor, gatherInputs, type Judged, judge, SEVERITIES, type Severity } from '../index.ts';
import { Failure } from '../problem.ts';
import type { Args } from './contract.ts';
import { dayOption } from './option-values.ts';
import { diagnosticLines } from './problem-text.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** The severity of `--fail-at`; throws a `usage` failure when it is none. */
export const failAtOption = (args: Args): Severity | null => {
  const word = args.text('fail-at');
  const severity = SEVERITIES.find((one) => one === word);
  if (word !== null && severity === undefined)
    throw new Failure('usage', `--fail-at ${word} is no severity.`, `Write one of ${SEVERITIES.join(', ')}.`);
  return severity ?? null;
};

export type JudgedFile = Judged & { readonly asOf: AsOf };

/** Gathers and judges one attestation; warnings are printed on the way. No previous pack is looked for: that is where packs are built. */
export const judgeFile = async (
  path: string,
  args: Args,
  world: World,
  terminal: Terminal,
): Promise<JudgedFile> => {
  const chosen = dayOption(args, 'as-of');
  const { attestation, raw } = await gatherInputs(world.shelf, path, {
    policy: args.text('policy'),
  });
  const asOf = asOfFor(attestation, chosen, world.today());
  const judged = await judge(raw, asOf.day);
  terminal.complain(judged.warnings.flatMap(diagnosticLines));
  return { ...judged, asOf };
};

/** Findings at or above a severity. */
export const atLeast = (findings: readonly Finding[], severity: Severity): readonly Finding[] =>
  findings.filter((finding) => SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(severity));
