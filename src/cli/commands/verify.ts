// verify: is a pack what it says it is? From its files alone, offline, years later.
import { reperform, verifyPack } from '../../index.ts';
import type { Command } from '../contract.ts';
import { verificationLines } from '../verify-text.ts';

export const verify: Command = {
  name: 'verify',
  operands: 'PACK',
  atLeast: 1,
  atMost: 1,
  says: 'Check a pack, step by step: nothing missing, added or changed, and the results done again.',
  more: [
    'PACK is the folder of a pack or its zip file. Needs nothing but the pack itself, and no network. The exit code is 1 when a step fails.',
    'What is not checked is named, and so is what verifying cannot establish.',
  ],
  options: [],
  example: 'verify out/2026-Q3/payments.checkout/draft',
  run: async (args, world, terminal) => {
    const path = args.operands[0] ?? '';
    const verification = await verifyPack(await world.readPack(path), reperform);
    terminal.say(verificationLines(path, verification));
    return { code: verification.outcome === 'failed' ? 1 : 0, document: verification };
  },
};
