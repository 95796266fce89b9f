// Puts other signatures into the place that a sealed PDF keeps for its own; everything else of the file stays as it is.

import type { Members } from '../../../src/pack/index.ts';
import { readPdf } from '../../../src/pack/pdf/read-pdf.ts';
import { type PdfSeal, sealContents } from '../../../src/pack/pdf/seal-place.ts';
import { type CmsWish, makeCms } from './cms-maker.ts';
import { memberOf, PDF, withPdf } from './tamper.ts';
import type { World } from './world.ts';

export const sealIn = (pdf: Uint8Array): PdfSeal => {
  const read = readPdf(pdf);
  if (read.kind === 'refused' || read.seal === null) throw new Error('the test’s PDF has no seal');
  return read.seal;
};

/** What a seal is over. */
const signedIn = (pdf: Uint8Array): Uint8Array => Buffer.concat(sealIn(pdf).signed);

/** The base's PDF with a seal like the rightful one but for what the wish says. */
const pdfSealedAs = async (
  world: World,
  wish: (content: Uint8Array) => Partial<CmsWish>,
): Promise<Uint8Array> => {
  const pdf = memberOf(world.base, PDF);
  const content = signedIn(pdf);
  const usual = { signer: world.people.sealer, content, timestamp: world.stamp };
  return sealContents(pdf, sealIn(pdf), await makeCms({ ...usual, ...wish(content) }));
};

/** The same PDF in the pack, listed and sealed in the envelope by the rightful sealer. */
export const sealedAs =
  (wish: (content: Uint8Array, world: World) => Partial<CmsWish>) =>
  async (world: World): Promise<Members> =>
    withPdf(world, await pdfSealedAs(world, (content) => wish(content, world)));
