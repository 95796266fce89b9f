// rollup: all teams' packs of a period as one portfolio, bound to each of them.
import type { Command } from '../contract.ts';
import { LANGUAGE, NO_RENAME, PAPER, TEMPLATE } from '../options.ts';
import { CERTIFICATE, PASSPHRASE_FILE, TIMESTAMP } from '../signing-options.ts';

export const rollup: Command = {
  name: 'rollup',
  operands: 'FOLDER',
  atLeast: 1,
  atMost: 1,
  says: 'Make the portfolio of all packs of a period: PDF, workbook, one HTML page and data, bound to every pack by digest.',
  more: [
    'FOLDER is that of a period, like out/2026-Q3. Of each team the latest final pack counts, else its draft. Packs that are missing, drafts, and packs whose manifest does not fit are listed, never left out in silence.',
    'The packs of the period before are found by themselves beside FOLDER. A roll-up is a draft, and replaced by the next one, until every pack is final and none is missing or refused; a final one is never overwritten.',
  ],
  options: [
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'FOLDER',
      says: 'Where the roll-up goes; rollup inside FOLDER unless said otherwise.',
    },
    {
      kind: 'text',
      name: 'previous',
      takes: 'FOLDER',
      says: 'The packs of the period before. Without it the folder beside FOLDER whose period ends last before this one begins.',
    },
    {
      kind: 'text',
      name: 'roster',
      takes: 'FILE',
      says: 'The teams that have to deliver a pack; those without one are listed as missing.',
    },
    {
      kind: 'text',
      name: 'amend',
      takes: 'REASON',
      says: 'Supersede the final roll-up that is there, and say why.',
    },
    {
      kind: 'text',
      name: 'seal',
      takes: 'KEY',
      says: "Seal the roll-up with the organisation's key: a signature in the PDF (PAdES) and one over the manifest.",
    },
    CERTIFICATE,
    PASSPHRASE_FILE,
    TIMESTAMP,
    {
      kind: 'flag',
      name: 'pss',
      says: 'With an RSA key, use the padding PSS for the signature in the PDF, as some houses ask for.',
    },
    NO_RENAME,
    {
      ...TEMPLATE,
      says: 'The template to render. Without it the portfolio that comes with countersign.',
    },
    LANGUAGE,
    PAPER,
  ],
  example: 'rollup out/2026-Q3',
  run: async (...given) => (await import('../runs/rollup.ts')).runRollup(...given),
};
