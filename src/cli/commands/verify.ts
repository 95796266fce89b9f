// verify: what it takes and what the help says of it. `runs/verify.ts` does it.
import type { Command } from '../contract.ts';
import { STEP_SENTENCES } from '../step-sentences.ts';

export const verify: Command = {
  name: 'verify',
  operands: 'PACK',
  atLeast: 1,
  atMost: 1,
  says: 'Check a pack, step by step: nothing missing, added or changed, who signed, and the results done again.',
  more: [
    'PACK is the folder of a pack, its zip file, or its PDF alone. Needs nothing but the pack itself, and no network. The exit code is 1 when a step fails.',
    'A roll-up is verified likewise; the packs it was made from are looked at where they lie, as far as they are at hand.',
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
      says: `Steps that must not stay unchecked, like seal,timestamp,trust. There are ${Object.keys(STEP_SENTENCES).join(', ')}; of a roll-up also packs, portfolio.`,
    },
    {
      kind: 'text',
      name: 'workbook',
      takes: 'COPY',
      says: "A copy of the pack's workbook, saved as .xlsx, to compare with it.",
    },
  ],
  example: 'verify out/2026-Q3/payments.checkout/v1 --trust trust.yaml',
  run: async (...given) => (await import('../runs/verify.ts')).run(...given),
};
