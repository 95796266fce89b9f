// lock: binds answers to the texts they were given to, and evidence to the bytes that were looked at.
import {
  type Attestation,
  carriedFrom,
  gatherInputs,
  type LockChange,
  lockAttestation,
  lockPathOf,
  parseInputs,
  prettyJson,
} from '../../index.ts';
import type { Args, Command, Outcome } from '../contract.ts';
import { eachFile } from '../each-file.ts';
import { neutral } from '../neutral.ts';
import { diagnosticLines } from '../problem-text.ts';
import type { Line, Terminal } from '../terminal.ts';
import type { World } from '../world.ts';
import { counted } from '../wrap.ts';

export const run: Command['run'] = async (args, world, terminal) =>
  eachFile(await world.attestations(args.operands), world, terminal, (path) =>
    lockOne(path, args, world, terminal),
  );

const lockOne = async (path: string, args: Args, world: World, terminal: Terminal): Promise<Outcome> => {
  const { raw } = await gatherInputs(world.shelf, path, { policy: null });
  const { inputs, warnings } = parseInputs(raw, world.today());
  terminal.complain(warnings.flatMap(diagnosticLines));
  const relock = lockAttestation({ ...inputs, previous: inputs.lock }, { replace: args.flag('replace') });
  const target = lockPathOf(path);
  const text = prettyJson(relock.lock);
  const fresh = raw.lock === null || new TextDecoder().decode(raw.lock.bytes) !== text;
  if (fresh) await world.writeFile(target, text);
  const missing = relock.changes.filter(({ kind }) => kind === 'missing');
  terminal.complain(
    missing.map(({ id }) => missingLine(path, id, inputs.attestation.evidence[id]?.file ?? '')),
  );
  terminal.say([
    {
      text: neutral(
        fresh
          ? `${target}: ${countsOf(relock.changes)}`
          : `${target}: up to date, ${countsOf(relock.changes)}`,
      ),
      tone: 'good',
    },
    ...relock.changes.flatMap(changeLine),
    ...carriedLines(inputs.attestation),
  ]);
  return { code: 0, document: { attestation: path, lock: target, changes: relock.changes } };
};

const missingLine = (path: string, id: string, file: string): Line => ({
  text: `${neutral(path)}: warning: the file of ${id}, ${neutral(file)}, is not there, so it is not locked.`,
  tone: 'warning',
});

/** Answers of an earlier period that nobody has confirmed are no answers yet, and whoever locks should not wonder where they are. */
const carriedLines = ({ duties }: Attestation): readonly Line[] => {
  const carried = Object.values(duties)
    .flatMap((answers) => Object.values(answers))
    .filter((answer) => carriedFrom(answer) !== null).length;
  if (carried === 0) return [];
  return [
    {
      text: `  left out: ${counted(carried, 'answer', 'answers')} with carried-from, which nobody has confirmed yet`,
      tone: 'warning',
    },
  ];
};

const countsOf = (changes: readonly LockChange[]): string => {
  const kinds = ['added', 'kept', 'changed', 'dropped', 'missing'] as const;
  const part = (name: LockChange['part'], one: string, many: string): string => {
    const mine = changes.filter((change) => change.part === name);
    const counts = kinds.flatMap((kind) => {
      const number = mine.filter((change) => change.kind === kind).length;
      return number === 0 ? [] : [`${number} ${kind === 'changed' ? 'replaced' : kind}`];
    });
    return `${counted(mine.length, one, many)}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}`;
  };
  return `${part('duty', 'duty', 'duties')}, ${part('evidence', 'evidence file', 'evidence files')}`;
};

/** What stayed as it was is only counted. */
const changeLine = ({ kind, id }: LockChange): readonly Line[] => {
  if (kind === 'kept' || kind === 'missing') return [];
  return [{ text: `  ${(kind === 'changed' ? 'replaced' : kind).padEnd(9)}${id}` }];
};
