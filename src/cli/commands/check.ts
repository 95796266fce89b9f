// check: what it takes and what the help says of it. `runs/check.ts` does it.
import type { Command } from '../contract.ts';
import { AS_OF, FAIL_AT, POLICY } from '../options.ts';

export const check: Command = {
  name: 'check',
  operands: 'ATTESTATION…|FOLDER|GLOB',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  says: 'See what is still open: every finding, what it rests on and what to do about it.',
  more: [
    "Findings are grouped by severity and then by duty. The exit code is 1 when one is at or above fail-at: the --fail-at given here, else the policy's.",
  ],
  options: [AS_OF, POLICY, FAIL_AT],
  example: 'check payments.attestation.yaml',
  run: async (...given) => (await import('../runs/check.ts')).run(...given),
};
