// form apply: what it takes and what the help says of it. `runs/form-apply.ts` does it.
import type { Command } from '../contract.ts';

export const formApply: Command = {
  name: 'form apply',
  operands: 'ATTESTATION FORM',
  atLeast: 2,
  atMost: 2,
  says: 'Merge a filled form back into the attestation, cell by cell, without losing what anybody changed.',
  more: [
    'Rows are found by their id and columns by their header. A cell that changed in the form alone is applied; one that changed in the attestation too is a conflict, in which the attestation stays as it is and both values are shown; one that cannot be taken is rejected with its row. The exit code is 1 when there is a conflict or a rejection.',
    "The attestation's comments and layout stay as they are where nothing changed.",
  ],
  options: [
    { kind: 'flag', name: 'dry-run', says: 'Say what would become of each cell, and write nothing.' },
  ],
  example: 'form apply payments.attestation.yaml form.xlsx',
  run: async (...given) => (await import('../runs/form-apply.ts')).run(...given),
};
