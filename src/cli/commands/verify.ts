// verify: is a pack what it says it is? From its files alone, offline, years later.
import {
  reperform,
  STEPS,
  type StepId,
  type TrustStore,
  trustFrom,
  type VerifyOptions,
  verifyPack,
  verifyPdf,
} from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
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
  ],
  example: 'verify out/2026-Q3/payments.checkout/v1 --trust trust.yaml',
  run: async (args, world, terminal) => {
    const path = args.operands[0] ?? '';
    const options: VerifyOptions = {
      reperform,
      trust: await trustOf(args, world),
      require: requiredBy(args),
    };
    const source = await world.readPack(path);
    const verification =
      source.kind === 'pdf'
        ? await verifyPdf(source.name, source.bytes, options)
        : await verifyPack(source.members, options);
    terminal.say(verificationLines(path, verification));
    return { code: verification.outcome === 'failed' ? 1 : 0, document: verification };
  },
};

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
