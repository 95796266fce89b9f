// verify: is a pack what it says it is? From its files alone, offline, years later.
import {
  compareCopy,
  isRollup,
  ROLLUP_STEPS,
  readCopy,
  reperform,
  STEPS,
  type TrustStore,
  trustFrom,
  type VerifyOptions,
  verifyPack,
  verifyPdf,
  type WorkbookCopy,
} from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { copyLines } from '../copy-text.ts';
import { verificationLines } from '../verify-text.ts';
import type { World } from '../world.ts';

export const run: Command['run'] = async (args, world, terminal) => {
  const path = args.operands[0] ?? '';
  const trust = await trustOf(args, world);
  const copyPath = args.text('workbook');
  const copy = copyPath === null ? null : await copyAt(copyPath, world);
  const source = await world.readPack(path);
  if (copyPath !== null && source.kind === 'pdf') throw pdfAlone(path);
  if (source.kind === 'pack' && isRollup(source.members)) {
    if (copyPath !== null) throw rollupCopy();
    const asked = { path, members: source.members, trust, require: requiredBy(args, ROLLUP_STEPS) };
    return (await import('./verify-rollup.ts')).runVerifyRollup(asked, world, terminal);
  }
  const options: VerifyOptions = { reperform, trust, require: requiredBy(args, STEPS) };
  const verification =
    source.kind === 'pdf'
      ? await verifyPdf(source.name, source.bytes, options)
      : await verifyPack(source.members, options);
  terminal.say(verificationLines(path, verification));
  const compared =
    copy === null || source.kind === 'pdf'
      ? null
      : await compareCopy(copy, source.members, verification.pack);
  if (copyPath !== null && compared !== null) terminal.say(copyLines(copyPath, compared, verification));
  const same = compared === null || (compared.kind === 'compared' && compared.total === 0);
  const code = verification.outcome === 'failed' || !same ? 1 : 0;
  return { code, document: { ...verification, copy: compared } };
};

const copyAt = async (path: string, world: World): Promise<WorkbookCopy> => {
  const file = await world.shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no workbook ${path}.`, 'Check the path.');
  return readCopy(path, file.bytes);
};

const pdfAlone = (path: string): Failure =>
  new Failure(
    'usage',
    `--workbook needs a workbook to compare with, and ${path} is a PDF alone.`,
    'Name the folder of the pack or its zip file.',
  );

const rollupCopy = (): Failure =>
  new Failure(
    'usage',
    'A copy is compared with the workbook of a pack, and this is a roll-up.',
    'Leave --workbook out.',
  );

const trustOf = async (args: Args, world: World): Promise<TrustStore | null> => {
  const path = args.text('trust');
  return path === null ? null : trustFrom(world.shelf, path);
};

/** The steps that `--require` names, of those that there are for what is verified. */
const requiredBy = <Id extends string>(args: Args, steps: readonly Id[]): readonly Id[] =>
  (args.text('require') ?? '').split(',').flatMap((piece): readonly Id[] => {
    const word = piece.trim();
    const step = steps.find((one) => one === word);
    if (word === '') return [];
    if (step === undefined)
      throw new Failure(
        'usage',
        `--require ${word} is no step.`,
        `Write some of ${steps.join(', ')}, with commas between them.`,
      );
    return [step];
  });
