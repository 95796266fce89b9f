// Certificates that the reader trusts and that were not fit for what they signed: out of date, or made for something else.
import type { VerifyCode } from '../../../src/pack/index.ts';
import { type Identity, makeIdentity, signerOf, type Wish } from './certificate-maker.ts';
import { packOf } from './recipe.ts';
import type { Vector } from './vector.ts';
import { entryFor, planFor, sealingBy, trusting, type World } from './world.ts';

/** One identity for each world and wish, so that a pack and its reader speak of the same. */
const known = new WeakMap<Wish, Identity>();
const identityOf = (wish: Wish): Identity => {
  const found = known.get(wish) ?? makeIdentity(wish);
  known.set(wish, found);
  return found;
};

const APPROVER = { name: 'Sam Example', email: 'sam@bank.example' } as const;
const SEALER = { name: 'Northfield Example Seal' } as const;
const ENCIPHERMENT = 0x20;
const ISSUING = 0x04;

const approvedWith = (name: string, wish: Wish, code: VerifyCode): Vector => ({
  name: `a sign-off by a certificate that ${name}`,
  codes: [code],
  make: ({ recipe, people }: World) => {
    const approval = planFor(people, 'approver', { signer: signerOf(identityOf(wish)) });
    return packOf({ ...recipe, plans: [...recipe.plans.slice(0, 2), approval] });
  },
  trust: ({ people }) =>
    trusting(
      { ...people, approver: identityOf(wish) },
      { people: [entryFor('preparer'), entryFor('reviewer'), entryFor('approver')] },
    ),
});

const sealedWith = (name: string, wish: Wish, code: VerifyCode): Vector => ({
  name: `a seal by a certificate that ${name}`,
  codes: [code],
  make: ({ recipe, stamp }: World) => packOf({ ...recipe, seal: sealingBy(identityOf(wish), stamp) }),
  trust: ({ people }) => trusting({ ...people, sealer: identityOf(wish) }),
});

const UNFIT: readonly (readonly [name: string, wish: Partial<Wish>, code: VerifyCode])[] = [
  ['had expired', { from: '2024-01-01T00:00:00Z', to: '2026-10-06T23:59:59Z' }, 'certificate-expired'],
  ['was not valid yet', { from: '2026-11-01T00:00:00Z' }, 'certificate-not-yet-valid'],
  ['is for encryption', { usage: ENCIPHERMENT }, 'certificate-purpose'],
  ['is for issuing others', { authority: { longest: 0 }, usage: ISSUING }, 'certificate-purpose'],
];

export const certificateVectors: readonly Vector[] = UNFIT.flatMap(([name, wish, code]) => [
  approvedWith(name, { ...APPROVER, ...wish }, code),
  sealedWith(name, { ...SEALER, ...wish }, code),
]);
