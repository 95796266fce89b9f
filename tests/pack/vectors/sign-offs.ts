// Files of sign-offs that were tampered with, in packs that are otherwise made by the program and sealed by the rightful sealer.

import { IN_TOTO, signedBytes } from '../../../src/pack/envelope.ts';
import type { VerifyCode } from '../../../src/pack/index.ts';
import { makeIdentity, rsaKey, signPss, signWith } from './certificate-maker.ts';
import { makeCms } from './cms-maker.ts';
import { ATTESTATION, edited } from './input-files.ts';
import { linesFor, packOf } from './recipe.ts';
import { envelopeOf, payloadSaying, resigned, withParts } from './relined.ts';
import { LINES, resealed, textOf, withInput } from './tamper.ts';
import type { Vector } from './vector.ts';
import { planFor, plansOf, stampAt, TIMES, type World } from './world.ts';

type Three = readonly [preparer: string, reviewer: string, approver: string];

const three = (lines: readonly string[]): Three => {
  const [first, second, third] = lines;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('needs three lines');
  return [first, second, third];
};

/** A pack whose lines are these, made out of the three that are right. */
const linesAs =
  (change: (lines: Three, world: World) => readonly string[] | Promise<readonly string[]>) =>
  async (world: World): ReturnType<typeof packOf> => {
    const lines = await change(three(await linesFor(world.recipe)), world);
    return packOf({ ...world.recipe, lines: () => lines });
  };

/** The last line as it is changed; nothing follows that could notice by its chain. */
const lastAs = (change: (line: string, world: World) => string | Promise<string>): Vector['make'] =>
  linesAs(async ([first, second, third], world) => [first, second, await change(third, world)]);

const ORDERS: readonly (readonly [string, (lines: Three) => readonly string[], readonly VerifyCode[]])[] = [
  ['the first line taken out', ([, b, c]) => [b, c], ['sign-off-chain']],
  ['the middle line taken out', ([a, , c]) => [a, c], ['sign-off-chain']],
  ['the last line taken out', ([a, b]) => [a, b], ['sign-off-missing']],
  ['the last line there twice', ([a, b, c]) => [a, b, c, c], ['sign-off-chain']],
  ['the first line there twice', ([a, b, c]) => [a, a, b, c], ['sign-off-chain']],
  ['two lines in another order', ([a, b, c]) => [a, c, b], ['sign-off-chain']],
  ['all lines in another order', ([a, b, c]) => [c, b, a], ['sign-off-chain']],
];

/** Lines of the same people for other files. */
const signedFor =
  (from: string, to: string): Vector['make'] =>
  async (world) => {
    const files = edited(world.recipe.files, ATTESTATION, from, to);
    const lines = await linesFor({ ...world.recipe, files });
    return packOf({ ...world.recipe, lines: () => lines });
  };

const stampFor = ({ people }: World): ReturnType<typeof stampAt> => stampAt(people.clock, TIMES.approver);

/** What the program itself would not build with: the text is exchanged in the pack that is right. */
const linesRespelled =
  (edit: (text: string) => string): Vector['make'] =>
  ({ base, seal }) =>
    resealed(withInput(base, LINES, edit(textOf(base, LINES))), seal);

const signatureVectors: readonly Vector[] = [
  {
    name: 'a statement edited and not signed again',
    codes: ['sign-off-signature'],
    make: lastAs((line) => withParts(line, { payload: payloadSaying(line, { comment: 'All fine.' }) })),
  },
  {
    name: 'a statement that takes another role, not signed again',
    codes: ['sign-off-signature'],
    make: lastAs((line) => withParts(line, { payload: payloadSaying(line, { role: 'reviewer' }) })),
  },
  {
    name: 'one bit of a signature turned over',
    codes: ['sign-off-signature', 'timestamp-imprint'],
    make: lastAs((line) => {
      const signature = Uint8Array.from(envelopeOf(line).signature);
      signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
      return withParts(line, { signature });
    }),
  },
  {
    name: 'a signature by another key under the right certificate',
    codes: ['sign-off-signature'],
    make: lastAs((line, world) =>
      resigned(line, {
        by: world.people.approver,
        sign: (data) => signWith(world.strangers.approver.key, data),
        timestamp: stampFor(world),
      }),
    ),
  },
  {
    name: 'the certificate exchanged for another of the same key',
    codes: ['sign-off-certificate'],
    make: lastAs((line, { people }) => {
      const { key, wish } = people.approver;
      const twin = makeIdentity({ ...wish, key, to: '2029-12-31T00:00:00Z' });
      return withParts(line, { chain: [twin.der] });
    }),
  },
  {
    name: 'something that is no certificate in the place of one',
    codes: ['sign-off-certificate'],
    make: lastAs((line) => withParts(line, { chain: [Uint8Array.of(0x30, 0)] })),
  },
  {
    name: 'a key id that is not the certificate’s',
    codes: ['inputs-unusable', 'sign-off-unreadable'],
    make: linesRespelled((text) => text.replace(/(?<="keyid":"sha256:)[0-9a-f]{64}/, '0'.repeat(64))),
  },
  {
    name: 'a line in base64 of another alphabet',
    codes: ['inputs-unusable', 'sign-off-unreadable'],
    make: linesRespelled((text) =>
      text.replace(/(?<="certificates":)\["[^"]*/, (base64) =>
        base64.replaceAll('+', '-').replaceAll('/', '_'),
      ),
    ),
  },
  {
    name: 'a space more in a line',
    codes: ['inputs-unusable', 'sign-off-unreadable'],
    make: linesRespelled((text) => text.replace(':', ': ')),
  },
];

const ALGORITHMS: readonly Vector[] = [
  {
    name: 'a sign-off by a key of RSA with 1024 bits',
    codes: ['sign-off-certificate'],
    make: lastAs((line, world) => {
      const by = makeIdentity({ ...world.people.approver.wish, key: rsaKey(1024) });
      return resigned(line, { by, timestamp: stampFor(world) });
    }),
  },
  {
    name: 'a sign-off with a padding that its key does not use',
    codes: ['sign-off-signature'],
    make: lastAs((line, world) => {
      const by = makeIdentity({ ...world.people.approver.wish, key: rsaKey(2048) });
      return resigned(line, { by, sign: (data) => signPss(by.key, data), timestamp: stampFor(world) });
    }),
  },
  {
    name: 'a sign-off with SHA-1',
    codes: ['sign-off-signature'],
    make: lastAs((line, world) =>
      resigned(line, {
        by: world.people.approver,
        sign: (data) => signWith(world.people.approver.key, data, 'sha1'),
        timestamp: stampFor(world),
      }),
    ),
  },
  {
    name: 'a sign-off as CMS with SHA-1',
    codes: ['sign-off-signature'],
    make: lastAs(async (line, world) => {
      const { approver } = world.people;
      const content = signedBytes(IN_TOTO, envelopeOf(line).payload);
      const signature = await makeCms({ signer: approver, content, hash: 'sha1' });
      const timestamp = await stampFor(world)(signature);
      return withParts(line, { form: 'cms', signature, timestamp });
    }),
  },
  {
    name: 'a sign-off as CMS by another certificate than the line has',
    codes: ['sign-off-signature'],
    make: lastAs(async (line, world) => {
      const content = signedBytes(IN_TOTO, envelopeOf(line).payload);
      const signature = await makeCms({ signer: world.strangers.approver, content });
      const timestamp = await stampFor(world)(signature);
      return withParts(line, { form: 'cms', signature, timestamp });
    }),
  },
  {
    name: 'a sign-off as CMS over other content',
    codes: ['sign-off-signature'],
    make: lastAs(async (line, world) => {
      const signature = await makeCms({ signer: world.people.approver, content: Uint8Array.of(1) });
      const timestamp = await stampFor(world)(signature);
      return withParts(line, { form: 'cms', signature, timestamp });
    }),
  },
];

export const signOffVectors: readonly Vector[] = [
  ...ORDERS.map(([name, change, codes]): Vector => ({ name, codes, make: linesAs(change) })),
  ...signatureVectors,
  ...ALGORITHMS,
  {
    name: 'sign-offs of another quarter',
    codes: ['sign-off-elsewhere'],
    make: signedFor('period: 2026-Q3', 'period: 2026-Q2'),
  },
  {
    name: 'sign-offs of another team',
    codes: ['sign-off-elsewhere'],
    make: signedFor('id: pay,', 'id: pax,'),
  },
  {
    name: 'sign-offs of another system',
    codes: ['sign-off-elsewhere'],
    make: signedFor('id: sys,', 'id: sis,'),
  },
  {
    name: 'a stranger’s line in place of the last',
    codes: ['signer-not-trusted', 'authority-not-trusted'],
    make: ({ recipe, strangers }) =>
      packOf({ ...recipe, plans: [...recipe.plans.slice(0, 2), planFor(strangers, 'approver')] }),
  },
  {
    name: 'a stranger’s line behind the last, which begins anew',
    codes: ['sign-off-missing', 'signer-not-trusted', 'authority-not-trusted'],
    make: ({ recipe, strangers }) =>
      packOf({ ...recipe, plans: [...recipe.plans, planFor(strangers, 'preparer')] }),
  },
  {
    name: 'a stranger’s line between two',
    codes: ['sign-off-chain', 'authority-not-trusted'],
    make: async (world) => {
      const strange = three(await linesFor({ ...world.recipe, plans: plansOf(world.strangers) }));
      return linesAs(([first, second, third]) => [first, strange[1], second, third])(world);
    },
  },
  {
    name: 'sign-offs of strangers throughout',
    codes: ['signer-not-trusted', 'authority-not-trusted'],
    make: ({ recipe, strangers }) => packOf({ ...recipe, plans: plansOf(strangers) }),
  },
];
