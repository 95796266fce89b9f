// sign: what it takes and what the help says of it. `runs/sign.ts` does it.
import type { Command } from '../contract.ts';
import { AS_OF, POLICY } from '../options.ts';
import { CERTIFICATE, PASSPHRASE_FILE, TIMESTAMP } from '../signing-options.ts';

export const sign: Command = {
  name: 'sign',
  operands: 'ATTESTATION…',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  says: 'Sign off what an attestation says, as preparer, reviewer or approver.',
  more: [
    'Before the key is used you see what you sign: the results, the findings, and what changed since the last sign-off. Then one line is added to payments.signoffs.jsonl beside payments.attestation.yaml. A later change of the answers, the evidence, the policy or the models voids it, and check says what changed.',
    'For a key on a card, in an HSM or on another machine: --request FILE writes the bytes to sign, and the same command with --attach SIGNATURE takes back a plain signature or a detached CMS.',
  ],
  options: [
    { kind: 'text', name: 'role', takes: 'ROLE', says: 'preparer, reviewer or approver. Needed.' },
    { kind: 'text', name: 'key', takes: 'FILE', says: 'The key: PEM, or PKCS#12 with its certificate.' },
    CERTIFICATE,
    PASSPHRASE_FILE,
    {
      kind: 'text',
      name: 'person',
      takes: 'ID',
      says: "Who signs, by the id in the attestation's people. Without it the one whose address or name the certificate carries.",
    },
    { kind: 'text', name: 'comment', takes: 'TEXT', says: 'What the signer wants to say with it.' },
    TIMESTAMP,
    {
      kind: 'text',
      name: 'request',
      takes: 'FILE',
      says: 'Write the bytes to sign there, for a key that is elsewhere; with --attach, read them from there.',
    },
    {
      kind: 'text',
      name: 'attach',
      takes: 'FILE',
      says: 'The signature that came back over the bytes of --request.',
    },
    { kind: 'flag', name: 'dry-run', says: 'Show what would be signed and sign nothing.' },
    AS_OF,
    POLICY,
  ],
  example: 'sign payments.attestation.yaml --role preparer --key robin.key.pem --certificate robin.cert.pem',
  run: async (...given) => (await import('../runs/sign.ts')).run(...given),
};
