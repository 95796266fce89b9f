// Timestamps that prove nothing: over something else, broken, by a server that may not make them, or taken away.
import type { Stamper, VerifyCode } from '../../../src/pack/index.ts';
import { integer, sequence } from '../pki/der-write.ts';
import {
  CODE_SIGNING,
  type Identity,
  makeIdentity,
  signerOf,
  TIME_STAMPING,
  type Wish,
} from './certificate-maker.ts';
import { stamperOf } from './cms-maker.ts';
import { linesFor, packOf } from './recipe.ts';
import { payloadSaying, withParts } from './relined.ts';
import { sealedAs } from './sealed.ts';
import type { Vector } from './vector.ts';
import { CLOCK, planFor, sealingBy, trusting, type World } from './world.ts';

/** The right seal, twice, with timestamps of this server. */
const stampedBy =
  (stamper: (world: World) => Stamper): Vector['make'] =>
  (world) =>
    packOf({ ...world.recipe, seal: sealingBy(world.people.sealer, stamper(world)) });

const clocks = new WeakMap<Partial<Wish>, Identity>();
const clockLike = (wish: Partial<Wish>): Identity => {
  const found = clocks.get(wish) ?? makeIdentity({ ...CLOCK, ...wish });
  clocks.set(wish, found);
  return found;
};

/** A server that the reader trusts, with a certificate that was not made for it. */
const serverLike = (name: string, code: VerifyCode, wish: Partial<Wish>): Vector => ({
  name: `a timestamp by a server ${name}`,
  codes: [code],
  make: stampedBy(() => stamperOf({ authority: clockLike(wish) })),
  trust: ({ people }) =>
    trusting(
      people,
      { timestamps: [{ certificate: 'clock' }, { certificate: 'second' }] },
      { second: clockLike(wish) },
    ),
});

const { purposes: _purposes, ...PLAIN } = CLOCK;
const plainClock = makeIdentity(PLAIN);

const shortLived = makeIdentity({
  ...{ name: 'Sam Example', email: 'sam@bank.example' },
  to: '2026-10-10T00:00:00Z',
});

const brokenAtTheEnd =
  (stamper: Stamper): Stamper =>
  async (signature) => {
    const token = Uint8Array.from(await stamper(signature));
    token[token.length - 1] = (token.at(-1) ?? 0) ^ 1;
    return token;
  };

const TOKENS: readonly (readonly [name: string, code: VerifyCode, stamper: (world: World) => Stamper])[] = [
  [
    'over another signature',
    'timestamp-imprint',
    ({ people }) => stamperOf({ authority: people.clock, over: Uint8Array.of(1) }),
  ],
  ['with a bit turned over', 'timestamp-signature', ({ stamp }) => brokenAtTheEnd(stamp)],
  [
    'with SHA-1',
    'timestamp-algorithm',
    ({ people }) => stamperOf({ authority: people.clock, imprint: 'sha1' }),
  ],
  [
    'that names another server',
    'timestamp-certificate',
    ({ people, strangers }) => stamperOf({ authority: people.clock, names: strangers.clock }),
  ],
  [
    'from before the server had its certificate',
    'timestamp-certificate',
    ({ people }) => stamperOf({ authority: people.clock, at: '2025-06-01T00:00:00Z' }),
  ],
  ['that is none', 'timestamp-unreadable', () => async () => sequence(integer(1))],
];

/** The approver's sign-off with another timestamp than it should have. */
const approvalStamped =
  (stamper: (world: World) => Stamper): Vector['make'] =>
  (world) => {
    const approval = planFor(world.people, 'approver', { timestamp: stamper(world) });
    return packOf({ ...world.recipe, plans: [...world.recipe.plans.slice(0, 2), approval] });
  };

const approvalAs =
  (change: (line: string) => string): Vector['make'] =>
  async ({ recipe }) => {
    const [first = '', second = '', third = ''] = await linesFor(recipe);
    return packOf({ ...recipe, lines: () => [first, second, change(third)] });
  };

export const timestampVectors: readonly Vector[] = [
  ...TOKENS.map(
    ([name, code, stamper]): Vector => ({
      name: `a seal with a timestamp ${name}`,
      codes: [code],
      make: stampedBy(stamper),
    }),
  ),
  ...TOKENS.map(
    ([name, code, stamper]): Vector => ({
      name: `a sign-off with a timestamp ${name}`,
      codes: [code, 'sign-off-missing'],
      make: approvalStamped(stamper),
    }),
  ),
  {
    name: 'a timestamp by a server that is for nothing in particular',
    codes: ['timestamp-purpose'],
    make: stampedBy(() => stamperOf({ authority: plainClock })),
  },
  serverLike('that may ignore what it is for', 'timestamp-purpose', {
    purposes: { oids: [TIME_STAMPING], critical: false },
  }),
  serverLike('that is for something else too', 'timestamp-purpose', {
    purposes: { oids: [TIME_STAMPING, CODE_SIGNING], critical: true },
  }),
  serverLike('that is for something else', 'timestamp-purpose', {
    purposes: { oids: [CODE_SIGNING], critical: true },
  }),
  {
    name: 'a timestamp by the signer’s own certificate',
    codes: ['timestamp-purpose'],
    make: stampedBy(({ people }) => stamperOf({ authority: people.sealer })),
  },
  {
    name: 'a timestamp by a server of the same name that nobody trusts',
    codes: ['authority-not-trusted'],
    make: stampedBy(({ strangers }) => stamperOf({ authority: strangers.clock })),
  },
  {
    name: 'the timestamp of a PDF’s seal taken away',
    codes: ['timestamp-stripped'],
    make: sealedAs(() => ({ timestamp: null })),
  },
  {
    name: 'the timestamp of a sign-off taken away',
    codes: ['timestamp-stripped', 'sign-off-missing'],
    make: approvalAs((line) => withParts(line, { timestamp: null })),
  },
  {
    name: 'the timestamp of a sign-off taken away with its promise',
    codes: ['sign-off-signature'],
    make: approvalAs((line) =>
      withParts(line, { timestamp: null, payload: payloadSaying(line, { timestamp: false }) }),
    ),
  },
  {
    name: 'a timestamp from after the days on which the signer is trusted',
    codes: ['signer-wrong-time'],
    make: approvalStamped(({ people }) => stamperOf({ authority: people.clock, at: '2026-10-20T00:00:00Z' })),
    trust: ({ people }) =>
      trusting(people, {
        people: [
          { certificate: 'preparer', person: 'lead', roles: ['preparer'] },
          { certificate: 'reviewer', person: 'risk', roles: ['reviewer'] },
          { certificate: 'approver', person: 'head', roles: ['approver'], to: '2026-10-15' },
        ],
      }),
  },
  {
    name: 'a timestamp from after the days of the certificate, whatever the signer claims',
    codes: ['certificate-expired'],
    make: ({ recipe, people }) => {
      const timestamp = stamperOf({ authority: people.clock, at: '2026-10-20T00:00:00Z' });
      const approval = planFor(people, 'approver', { signer: signerOf(shortLived), timestamp });
      return packOf({ ...recipe, plans: [...recipe.plans.slice(0, 2), approval] });
    },
    trust: ({ people }) => trusting({ ...people, approver: shortLived }),
  },
];
