// build: packs of one team or hundreds, each written whole or not at all.
import type { Command } from '../contract.ts';
import { AS_OF, FAIL_AT, LANGUAGE, NO_RENAME, PAPER, POLICY, PREVIOUS_PACK, TEMPLATE } from '../options.ts';
import { CERTIFICATE, PASSPHRASE_FILE, TIMESTAMP } from '../signing-options.ts';

export const build: Command = {
  name: 'build',
  operands: 'ATTESTATION…|FOLDER|GLOB',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  says: 'Make the audit pack: PDF, workbook, data, inputs and evidence, with a manifest over all of it.',
  more: [
    'A pack is a draft, and replaced by the next build, until the approvals that the policy asks for are in. Then it is final: version 1 is never overwritten, and --amend makes version 2, which names version 1.',
    'The same inputs give the same bytes, wherever and whenever they are built. A pack that nothing has changed for is not built again; what was asked of the disk is kept in .countersign below the output folder, which may be deleted.',
    'A folder stands for every *.attestation.yaml below it. Many teams are built on all cores, and one bad file does not stop the others.',
  ],
  options: [
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'FOLDER',
      says: 'Where packs go; out unless said otherwise.',
    },
    {
      kind: 'text',
      name: 'amend',
      takes: 'REASON',
      says: 'Supersede the final pack that is there, and say why.',
    },
    {
      kind: 'text',
      name: 'seal',
      takes: 'KEY',
      says: "Seal the pack with the organisation's key: a signature in the PDF (PAdES) and one over the manifest.",
    },
    CERTIFICATE,
    PASSPHRASE_FILE,
    TIMESTAMP,
    {
      kind: 'flag',
      name: 'pss',
      says: 'With an RSA key, use the padding PSS for the signature in the PDF, as some houses ask for.',
    },
    PREVIOUS_PACK,
    {
      kind: 'flag',
      name: 'force',
      says: 'Build drafts again though nothing has changed. A final pack never is.',
    },
    {
      kind: 'text',
      name: 'jobs',
      takes: 'N',
      says: 'How many teams are built at once; as many as there are processors unless said otherwise.',
    },
    {
      kind: 'text',
      name: 'shard',
      takes: 'I/N',
      says: 'Build only the I-th of N even parts of the teams. Without it JOB_INDEX of JOB_ARRAY_SIZE, or JOB_COMPLETION_INDEX of JOB_COMPLETIONS, where a batch engine sets them.',
    },
    {
      kind: 'text',
      name: 'progress',
      takes: 'HOW',
      says: 'text, json (one line per event) or none, on standard error; text unless said otherwise.',
    },
    NO_RENAME,
    { kind: 'flag', name: 'zip', says: 'Write the pack as one zip file too, beside its folder.' },
    AS_OF,
    POLICY,
    FAIL_AT,
    TEMPLATE,
    LANGUAGE,
    PAPER,
  ],
  example: 'build payments.attestation.yaml',
  run: async (...given) => (await import('../runs/build.ts')).run(...given),
};
