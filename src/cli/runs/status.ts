// status: judges every attestation, and says what is owed in each. What cannot be read is told with its reason and stops no other.
import { asOfFor, gatherInputs, judge, owedOf } from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { exitCodeOf, worst } from '../exit-code.ts';
import { dayOption } from '../option-values.ts';
import type { OwedFile, UnreadFile } from '../owed-file.ts';
import { failedLines, failureJson } from '../problem-text.ts';
import { statusCsv } from '../status-csv.ts';
import { GROUPS, type Group, statusLines } from '../status-text.ts';
import type { World } from '../world.ts';

export const run: Command['run'] = async (args, world, terminal) => {
  const [by, csv] = [groupOption(args), csvOption(args)];
  dayOption(args, 'as-of');
  const owed: OwedFile[] = [];
  const unread: UnreadFile[] = [];
  for (const path of await world.attestations(args.operands)) {
    world.goOn();
    const one = await attempt(path, args, world);
    if ('error' in one) unread.push(one);
    else owed.push(one);
  }
  const alone = owed.length + unread.length === 1;
  for (const { attestation, error } of unread) terminal.complain(failedLines(attestation, error, alone));
  terminal.say(csv ? statusCsv(owed, unread) : statusLines(owed, unread, by, args.flag('all')));
  return {
    code: worst(unread.map(({ error }) => exitCodeOf(error))),
    document: {
      attestations: owed,
      unread: unread.map(({ attestation, error }) => ({ attestation, failure: failureJson(error) })),
    },
  };
};

const attempt = async (path: string, args: Args, world: World): Promise<OwedFile | UnreadFile> => {
  try {
    const { attestation, raw } = await gatherInputs(world.shelf, path, { policy: args.text('policy') });
    const asOf = asOfFor(attestation, dayOption(args, 'as-of'), world.today());
    const { inputs, evaluation } = await judge(raw, asOf.day);
    return { attestation: path, ...owedOf(inputs, evaluation) };
  } catch (error) {
    if (error instanceof Failure && error.code === 'interrupted') throw error;
    const reason = error instanceof Failure ? error.message : String(error);
    return { attestation: path, reason, error };
  }
};

const groupOption = (args: Args): Group => {
  const word = args.text('by') ?? 'team';
  const group = GROUPS.find((one) => one === word);
  if (group === undefined)
    throw new Failure('usage', `--by ${word} is nothing to group by.`, `Write one of ${GROUPS.join(', ')}.`);
  return group;
};

const csvOption = (args: Args): boolean => {
  if (args.flag('csv') && args.flag('json'))
    throw new Failure(
      'usage',
      'Standard output can hold --csv or --json, not both.',
      'Leave one of them out.',
    );
  return args.flag('csv');
};
