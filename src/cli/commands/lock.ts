// lock: binds answers to the texts they were given to, and evidence to the bytes that were looked at.
import {
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

export const lock: Command = {
  name: 'lock',
  operands: 'ATTESTATION…',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  says: 'Record what was answered: digests of the answered texts and of the evidence files.',
  more: [
    'Writes payments.lock.json beside payments.attestation.yaml; keep both under version control. When a text of the provider or an evidence file is no longer what it was, lock names it and writes nothing, until --replace says that somebody has looked.',
  ],
  options: [{ kind: 'flag', name: 'replace', says: 'Take the place of entries that have changed.' }],
  example: 'lock payments.attestation.yaml',
  run: (args, world, terminal) =>
    eachFile(args.operands, world, terminal, (path) => lockOne(path, args, world, terminal)),
};

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
  ]);
  return { code: 0, document: { attestation: path, lock: target, changes: relock.changes } };
};

const missingLine = (path: string, id: string, file: string): Line => ({
  text: `${neutral(path)}: warning: the file of ${id}, ${neutral(file)}, is not there, so it is not locked.`,
  tone: 'warning',
});

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
