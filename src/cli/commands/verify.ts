// verify: is a pack what it says it is? From its files alone, offline, years later.
import {
  compareCopy,
  readCopy,
  reperform,
  STEPS,
  type StepId,
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

export const verify: Command = {
  name: 'verify',
  operands: 'PACK',
  atLeast: 1,
  atMost: 1,
  says: 'Check a pack, step by step: nothing missing, added or changed, who signed, and the results done again.',
  more: [
    'PACK is the folder of a pack, its zip file, or its PDF alone. Needs nothing but the pack itself, and no network. The exit code is 1 when a step fails.',
    'COPY is the workbook as somebody worked on it: every cell that the original does not leave open to be typed into is compared with it, and each difference is listed; the exit code is then 1 as well.',
    'Certificates inside a pack are never trusted for being there: --trust names whom you trust. What is not checked is named, and so is what verifying cannot establish.',
  ],
  options: [
    {
      kind: 'text',
      name: 'trust',
      takes: 'FILE',
      says: 'Whom you trust to sign, seal and tell the time: a trust file (see docs/files.md).',
    },
    {
      kind: 'text',
      name: 'require',
      takes: 'STEPS',
      says: `Steps that must not stay unchecked, like seal,timestamp,trust. There are ${STEPS.join(', ')}.`,
    },
    {
      kind: 'text',
      name: 'workbook',
      takes: 'COPY',
      says: "A copy of the pack's workbook, saved as .xlsx, to compare with it.",
    },
  ],
  example: 'verify out/2026-Q3/payments.checkout/v1 --trust trust.yaml',
  run: async (args, world, terminal) => {
    const path = args.operands[0] ?? '';
    const options: VerifyOptions = {
      reperform,
      trust: await trustOf(args, world),
      require: requiredBy(args),
    };
    const copyPath = args.text('workbook');
    const copy = copyPath === null ? null : await copyAt(copyPath, world);
    const source = await world.readPack(path);
    if (copyPath !== null && source.kind === 'pdf') throw pdfAlone(path);
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
  },
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

const trustOf = async (args: Args, world: World): Promise<TrustStore | null> => {
  const path = args.text('trust');
  return path === null ? null : trustFrom(world.shelf, path);
};

const requiredBy = (args: Args): readonly StepId[] =>
  (args.text('require') ?? '').split(',').flatMap((piece): readonly StepId[] => {
    const word = piece.trim();
    const step = STEPS.find((one) => one === word);
    if (word === '') return [];
    if (step === undefined)
      throw new Failure(
        'usage',
        `--require ${word} is no step.`,
        `Write some of ${STEPS.join(', ')}, with commas between them.`,
      );
    return [step];
  });
