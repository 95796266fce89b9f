// status: who still owes what, over many attestations, before anything is built.
import type { Command } from '../contract.ts';
import { AS_OF, POLICY } from '../options.ts';

export const status: Command = {
  name: 'status',
  operands: 'ATTESTATION…|FOLDER…',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  says: 'See who still owes what: duties to answer, to confirm or to support, sign-offs, what is overdue.',
  more: [
    'A folder stands for every attestation below it. What each team, owner or area owes comes in order of urgency. Partly supported duties are counted and not owed.',
    'It is a question and no check: the exit code is 0 whatever is owed, and 2 when a file could not be read; the others are judged all the same.',
  ],
  options: [
    {
      kind: 'text',
      name: 'by',
      takes: 'GROUP',
      says: 'team, owner or area: what the list is grouped by; team unless said otherwise.',
    },
    {
      kind: 'flag',
      name: 'all',
      says: 'List everything that is owed, not only the most urgent of each group.',
    },
    {
      kind: 'flag',
      name: 'csv',
      says: 'Print a table for a spreadsheet instead: one line for each thing that is owed.',
    },
    AS_OF,
    POLICY,
  ],
  example: 'status 2026-Q4 --by owner',
  run: async (...given) => (await import('../runs/status.ts')).run(...given),
};
