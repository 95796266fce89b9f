// init: new attestations: every duty with its text and no answers, or the answers of the period before, to be confirmed.
import type { Command } from '../contract.ts';

export const init: Command = {
  name: 'init',
  operands: 'MODEL…',
  atLeast: 0,
  atMost: Number.POSITIVE_INFINITY,
  says: 'Start an attestation: every duty of the customer with its text. Then answer them in the file.',
  more: [
    'MODEL is the id of a model, in models/ beside the new file or bundled with countersign, or the path of a model file. A file that exists is never overwritten.',
    'What the new file says in its comments is all a team needs to fill it in.',
    'With --from an attestation of an earlier period is rolled forward: what it says stays, comments and all, each answer is marked as carried, and what was of the old period alone goes: tests, days of evidence, approvals. A carried answer does not count until somebody has looked at it and deleted its carried-from. Of a folder, every team and system is rolled forward.',
    'With --roster every team of the roster gets its file, rolled forward where --from has one of an earlier period, else started. Run it as often as you like: files that are there stay as they are.',
  ],
  options: [
    {
      kind: 'text',
      name: 'period',
      takes: 'PERIOD',
      says: 'What it answers for: 2026-Q3, 2026-08 or 2026. Needed.',
    },
    {
      kind: 'text',
      name: 'team',
      takes: 'ID',
      says: 'The team that answers, like payments. Needed with MODEL.',
    },
    {
      kind: 'text',
      name: 'system',
      takes: 'ID',
      says: "The system it answers for; the team's id unless said otherwise.",
    },
    {
      kind: 'text',
      name: 'from',
      takes: 'PREVIOUS',
      says: 'The attestation to roll forward, or a folder of them.',
    },
    {
      kind: 'text',
      name: 'roster',
      takes: 'FILE',
      says: 'The roster whose teams get a file each (see docs/files.md).',
    },
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'PATH',
      says: 'The file to write, or with --roster or a folder the folder. Without it TEAM.attestation.yaml; the folder PERIOD beside the roster; or the folder PERIOD beside the one that is called by the period before.',
    },
  ],
  example: 'init ibm-code-engine --team payments --system checkout --period 2026-Q3',
  run: async (...given) => (await import('../runs/init.ts')).run(...given),
};
