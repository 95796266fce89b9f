// update: what it takes and what the help says of it. `runs/update.ts` does it.
import type { Command } from '../contract.ts';

export const update: Command = {
  name: 'update',
  operands: 'ATTESTATION',
  atLeast: 1,
  atMost: 1,
  says: "Move an attestation to a new revision of a provider's page: what still holds stays, what does not is re-opened.",
  more: [
    'Answers to duties that say the same stay answered, and are locked to the text as it stands now. Answers to duties with other words are re-opened: they stay as they are, with the reason and the text before above them, until somebody locks them again. New duties are there to be answered, and what the provider dropped says so.',
    "No answer is changed, and every other line of the file stays as it is. The lock is written with it, both or neither. The model of the revision that the attestation names must be at hand: keep it in models/ beside the new one. What changed is told in the report too, in the section 'What the provider changed'.",
  ],
  options: [
    {
      kind: 'text',
      name: 'model',
      takes: 'NEW',
      says: 'The new model: the path of its file, its id, or ID@DAY. Needed. Only that service is moved.',
    },
    { kind: 'flag', name: 'dry-run', says: 'Say what would become of each duty, and write nothing.' },
  ],
  example: 'update payments.attestation.yaml --model ibm-code-engine',
  run: async (...given) => (await import('../runs/update.ts')).run(...given),
};
