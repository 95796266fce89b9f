// check: everything that is wrong or open in attestations, without writing anything.
import { customerTotals, type Evaluation } from '../../index.ts';
import type { Args, Command, Outcome } from '../contract.ts';
import { eachFile } from '../each-file.ts';
import { type DutyTexts, findingCount, findingLines, headline } from '../findings-text.ts';
import { atLeast, failAtOption, judgeFile } from '../judging.ts';
import { neutral } from '../neutral.ts';
import { signOffLines } from '../sign-off-text.ts';
import type { Terminal } from '../terminal.ts';
import type { World } from '../world.ts';

export const run: Command['run'] = async (args, world, terminal) =>
  eachFile(await world.attestations(args.operands), world, terminal, (path) =>
    checkOne(path, args, world, terminal),
  );

const checkOne = async (path: string, args: Args, world: World, terminal: Terminal): Promise<Outcome> => {
  const chosen = failAtOption(args);
  const { inputs, evaluation, asOf } = await judgeFile(path, args, world, terminal);
  const { team, system } = inputs.attestation;
  const failAt = chosen ?? inputs.policy['fail-at'];
  const failing = atLeast(evaluation.findings, failAt).length;
  const totals = customerTotals(evaluation.customer);
  terminal.say([
    {
      text: neutral(
        `${path}: ${team.name}, ${system.name}, ${evaluation.span.label}, judged as of ${asOf.day}`,
      ),
      tone: 'heading',
    },
    { text: '' },
    ...findingLines(evaluation.findings, textsOf(evaluation)),
    ...signOffLines(evaluation),
    {
      text: `${findingCount(evaluation.findings)} ${failing} at or above ${failAt}.`,
      tone: failing > 0 ? 'warning' : 'good',
    },
    { text: headline(totals) },
  ]);
  const document = {
    attestation: path,
    team: team.id,
    system: system.id,
    period: evaluation.span.label,
    'as-of': asOf.day,
    'fail-at': failAt,
    failing,
    totals,
    findings: evaluation.findings,
    'sign-offs': evaluation.approvals.signOffs.map(({ facts, standing }) => ({ ...facts, standing })),
  };
  return { code: failing > 0 ? 1 : 0, document };
};

const textsOf = ({ matrix }: Evaluation): DutyTexts =>
  Object.fromEntries([...matrix.customer, ...matrix.provider].map(({ id, duty }) => [id, duty.text]));
