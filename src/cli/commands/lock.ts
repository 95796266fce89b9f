// lock: what it takes and what the help says of it. `runs/lock.ts` does it.
import type { Command } from '../contract.ts';

export const lock: Command = {
  name: 'lock',
  operands: 'ATTESTATION…|FOLDER|GLOB',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  says: 'Record what was answered: digests of the answered texts and of the evidence files.',
  more: [
    'Writes payments.lock.json beside payments.attestation.yaml; keep both under version control. When a text of the provider or an evidence file is no longer what it was, lock names it and writes nothing, until --replace says that somebody has looked.',
  ],
  options: [{ kind: 'flag', name: 'replace', says: 'Take the place of entries that have changed.' }],
  example: 'lock payments.attestation.yaml',
  run: async (...given) => (await import('../runs/lock.ts')).run(...given),
};
