// Seals in the PDF that are not what a seal has to be, and halves of seals that do not belong to each other.

import { type Stamper, sealPdf, type VerifyCode } from '../../../src/pack/index.ts';
import { sealContents } from '../../../src/pack/pdf/seal-place.ts';
import { oid, sequence } from '../pki/der-write.ts';
import { asAttachment, field, TINY_SEAL, tinyPdfOf } from '../tiny-pdf.ts';
import { signWith } from './certificate-maker.ts';
import { attribute, type CmsWish, signingTime, stamperOf } from './cms-maker.ts';
import { packOf } from './recipe.ts';
import { sealedAs, sealIn } from './sealed.ts';
import {
  attachmentsIn,
  enveloped,
  memberOf,
  PDF,
  pdfWith,
  REPORT,
  relisted,
  replaced,
  resealed,
  withMember,
  withPdf,
} from './tamper.ts';
import type { Vector } from './vector.ts';
import { type People, plansOf, sealingBy, trusting, type World } from './world.ts';

const stampOf = ({ clock }: People): Stamper => stamperOf({ authority: clock });

type Wishing = (content: Uint8Array, world: World) => Partial<CmsWish>;

const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';

const SHAPES: readonly (readonly [name: string, code: VerifyCode, wish: Wishing])[] = [
  ['a seal that states a time of signing', 'cms-shape', () => ({ more: [signingTime] })],
  [
    'a seal with an attribute of its own',
    'cms-shape',
    () => ({ more: [attribute('1.3.6.1.4.1.99999.2', oid('1.2.3'))] }),
  ],
  ['a seal with two signers', 'cms-shape', () => ({ signers: 2 })],
  ['a seal without a signer', 'cms-shape', () => ({ signers: 0 })],
  ['a seal with its content inside', 'cms-shape', () => ({ embedded: Uint8Array.of(1) })],
  ['a seal over another kind of content', 'cms-shape', () => ({ type: '1.2.840.113549.1.9.16.1.4' })],
  [
    'a seal that names another certificate',
    'cms-certificate',
    (_, { strangers }) => ({ names: strangers.sealer }),
  ],
  ['a seal without its certificate', 'cms-certificate', () => ({ certificates: [] })],
  ['a seal with SHA-1', 'cms-algorithm', () => ({ hash: 'sha1' })],
  ['a seal that says RSA of an elliptic key', 'cms-algorithm', () => ({ algorithm: sequence(oid(RSA)) })],
  [
    'a seal that says PSS without its parameters',
    'cms-algorithm',
    () => ({ algorithm: sequence(oid(RSA_PSS)) }),
  ],
  ['a seal over other content', 'cms-digest', () => ({ content: Uint8Array.of(1) })],
  [
    'a seal by another key under the right certificate',
    'cms-signature',
    (_, { strangers }) => ({ sign: (data) => signWith(strangers.sealer.key, data) }),
  ],
];

/** The contents of the seal are not signed: anything can be written there. */
const filledWith =
  (contents: Uint8Array): Vector['make'] =>
  (world) => {
    const pdf = memberOf(world.base, PDF);
    return withPdf(world, sealContents(pdf, sealIn(pdf), contents));
  };

/** A PDF whose seal states no time at all. */
const undated: Vector['make'] = async (world) => {
  const attachments = [...attachmentsIn(world.base)].map(asAttachment);
  const pdf = tinyPdfOf(attachments, (store, page) => {
    const written = store.putSignature;
    const dateless = {
      ...store,
      putSignature: (id: number, data: object, reserve: number) =>
        written(id, Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'M')), reserve),
    };
    return [field(dateless, page, { ...TINY_SEAL, reserve: 20_000, timestamped: false })];
  });
  return withPdf(world, await sealPdf(pdf, { ...world.seal, timestamp: null }));
};

const HALVES: readonly Vector[] = [
  {
    name: 'a PDF without a seal under a sealed manifest',
    codes: ['seal-incomplete'],
    make: async (world) => withPdf(world, await pdfWith(attachmentsIn(world.base), null)),
  },
  {
    name: 'both halves taken away, where a seal must be there',
    codes: ['no-seal'],
    make: ({ recipe }) => packOf({ ...recipe, seal: null }),
    require: ['seal'],
  },
  {
    name: 'two halves by two sealers, both trusted',
    codes: ['seal-differs'],
    make: ({ base, strangers, stamp }) => enveloped(base, sealingBy(strangers.sealer, stamp)),
    trust: ({ people, strangers }) =>
      trusting(
        people,
        { seals: [{ certificate: 'sealer' }, { certificate: 'second' }] },
        { second: strangers.sealer },
      ),
  },
  {
    name: 'an envelope by somebody whom nobody trusts',
    codes: ['seal-differs', 'sealer-not-trusted'],
    make: ({ base, strangers, stamp }) => enveloped(base, sealingBy(strangers.sealer, stamp)),
  },
];

export const sealVectors: readonly Vector[] = [
  ...SHAPES.map(([name, code, wish]): Vector => ({ name, codes: [code], make: sealedAs(wish) })),
  ...HALVES,
  { name: 'a seal of zeros', codes: ['cms-unreadable'], make: filledWith(new Uint8Array(8)) },
  {
    name: 'a seal that is no signature',
    codes: ['cms-unreadable'],
    make: filledWith(sequence(oid('1.2.3'))),
  },
  { name: 'a seal that states no time', codes: ['pdf-seal-form'], make: undated },
  {
    name: 'a seal taken from another PDF',
    codes: ['cms-digest'],
    make: async (world) => {
      const other = await pdfWith(
        attachmentsIn(replaced(world.base, REPORT, 'Example Bank', 'Another Bank')),
        world.seal,
      );
      const { bytes } = sealIn(other);
      return filledWith(bytes)(world);
    },
  },
  {
    name: 'a pack that a stranger sealed anew',
    codes: ['sealer-not-trusted', 'authority-not-trusted'],
    make: ({ base, strangers }) => resealed(base, sealingBy(strangers.sealer, stampOf(strangers))),
  },
  {
    name: 'a pack that strangers signed and sealed throughout',
    codes: ['signer-not-trusted', 'sealer-not-trusted', 'authority-not-trusted'],
    make: ({ recipe, strangers }) =>
      packOf({
        ...recipe,
        plans: plansOf(strangers),
        seal: sealingBy(strangers.sealer, stampOf(strangers)),
      }),
  },
  {
    name: 'a report improved, and all of it sealed by a stranger',
    codes: ['report-differs', 'sealer-not-trusted', 'authority-not-trusted'],
    make: ({ base, strangers }) =>
      resealed(
        replaced(base, REPORT, 'Example Bank', 'Another Bank'),
        sealingBy(strangers.sealer, stampOf(strangers)),
      ),
  },
  {
    name: 'an envelope put back after everything was listed anew',
    codes: ['envelope-differs'],
    make: ({ base }) => relisted(withMember(base, 'readme.txt', 'more'), null),
  },
];
