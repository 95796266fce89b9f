// form make: what it takes and what the help says of it. `runs/form-make.ts` does it.
import type { Command } from '../contract.ts';
import { LANGUAGE, PAPER, POLICY, TEMPLATE } from '../options.ts';

export const formMake: Command = {
  name: 'form make',
  operands: 'ATTESTATION',
  atLeast: 1,
  atMost: 1,
  says: 'Make a workbook in which people answer: the duties with their text, help and what was said last time.',
  more: [
    'With --owner it asks for the duties of that person alone: those that name them, and those that name nobody now and named them last time. Answers that are taken from another team, and tests, are not in the form.',
    'A file that exists is never overwritten: somebody may have filled it in.',
  ],
  options: [
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'FILE',
      says: 'The workbook to write, like form.xlsx. Needed.',
    },
    {
      kind: 'text',
      name: 'owner',
      takes: 'PERSON',
      says: "The id of the person who is asked; everybody's duties unless said otherwise.",
    },
    POLICY,
    TEMPLATE,
    LANGUAGE,
    PAPER,
  ],
  example: 'form make payments.attestation.yaml -o form.xlsx',
  run: async (...given) => (await import('../runs/form-make.ts')).run(...given),
};
