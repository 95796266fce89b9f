// form apply: a filled form merged back into the attestation.
import { type FormOutcome, mergeFormFile } from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Command } from '../contract.ts';
import { formCounts, outcomeLines } from '../form-text.ts';
import { diagnosticLines } from '../problem-text.ts';
import type { World } from '../world.ts';

export const run: Command['run'] = async (args, world, terminal) => {
  const [path = '', form = ''] = args.operands;
  const dry = args.flag('dry-run');
  const outcome = await mergeFormFile(world.shelf, path, form);
  terminal.complain(outcome.warnings.flatMap(diagnosticLines));
  if (outcome.text !== null && !dry) await write(world, path, outcome, outcome.text);
  terminal.say(outcomeLines(path, form, outcome, dry));
  const open = outcome.verdicts.some(({ kind }) => kind === 'conflict' || kind === 'rejected');
  return { code: open ? 1 : 0, document: documentOf(path, form, outcome, dry) };
};

/** Somebody may have saved the attestation while the form was read; their change must not be overwritten. */
const write = async (
  { shelf, writeFile, goOn }: World,
  path: string,
  { before }: FormOutcome,
  text: string,
): Promise<void> => {
  const now = await shelf.read(path);
  if (now === null || !sameBytes(now.bytes, before.bytes))
    throw new Failure(
      'disk',
      `${path} changed while the form was being merged, and stays as it is.`,
      'Apply the form again once nobody writes to it.',
    );
  goOn();
  await writeFile(path, text);
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

const documentOf = (path: string, form: string, outcome: FormOutcome, dry: boolean): unknown => ({
  attestation: path,
  form,
  owner: outcome.about.owner,
  written: outcome.text !== null && !dry,
  counts: formCounts(outcome),
  cells: outcome.verdicts.filter(({ kind }) => kind !== 'unchanged'),
  notes: outcome.notes,
});
