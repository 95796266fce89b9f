// One person in several hands, and hands in the wrong order: each certificate is trusted for what it signs, so that only the
// separation of duties is broken.
import type { Trust } from '../../../src/model/trust.ts';
import { type Identity, makeIdentity, signerOf, type Wish } from './certificate-maker.ts';
import { packOf } from './recipe.ts';
import type { Vector } from './vector.ts';
import { entryFor, PERSONS, planFor, trusting, type World } from './world.ts';

/** Certificates that belong to a world, made once for both its pack and its reader. */
const seconds = new Map<string, Identity>();
const secondOf = (world: World, name: string, wish: (world: World) => Wish): Identity => {
  const found = seconds.get(name) ?? makeIdentity(wish(world));
  seconds.set(name, found);
  return found;
};

/** The approver signs with a second certificate, which the reader trusts for that. */
const approvedBy = (
  name: string,
  wish: (world: World) => Wish,
  person: string = PERSONS.approver,
): Vector => ({
  name,
  codes: ['sign-off-same-person'],
  make: (world) => {
    const { recipe, people } = world;
    const approval = planFor(people, 'approver', {
      person,
      signer: signerOf(secondOf(world, name, wish)),
    });
    return packOf({ ...recipe, plans: [...recipe.plans.slice(0, 2), approval] });
  },
  trust: (world) => {
    const second: Trust['people'][number] = { certificate: 'second', person, roles: ['approver'] };
    const entries = [entryFor('preparer'), entryFor('reviewer'), second];
    return trusting(world.people, { people: entries }, { second: secondOf(world, name, wish) });
  },
});

const [PREPARER, REVIEWER, APPROVER] = [0, 1, 2] as const;

/** The plans in another order. */
const inOrder =
  (...order: readonly (0 | 1 | 2)[]): Vector['make'] =>
  ({ recipe }) =>
    packOf({ ...recipe, plans: order.flatMap((index) => recipe.plans.slice(index, index + 1)) });

export const separationVectors: readonly Vector[] = [
  approvedBy(
    'one person approves with a second certificate',
    () => ({ name: 'Robin Other', email: 'other@bank.example' }),
    'lead',
  ),
  approvedBy('two persons with one e-mail address on their certificates', () => ({
    name: 'Sam Example',
    email: 'ROBIN@bank.example',
  })),
  approvedBy('two persons with one name on their certificates', () => ({
    name: 'robin  EXAMPLE',
    email: 'sam@bank.example',
  })),
  approvedBy('two persons with certificates of one key', ({ people }) => ({
    name: 'Sam Example',
    email: 'sam@bank.example',
    key: people.reviewer.key,
  })),
  {
    name: 'the approver signs before the reviewer',
    codes: ['sign-off-out-of-order'],
    make: inOrder(PREPARER, APPROVER, REVIEWER),
  },
  {
    name: 'the reviewer signs before the preparer',
    codes: ['sign-off-missing'],
    make: inOrder(REVIEWER, PREPARER, APPROVER),
  },
  {
    name: 'the preparer signs last of all',
    codes: ['sign-off-missing'],
    make: inOrder(REVIEWER, APPROVER, PREPARER),
  },
  {
    name: 'the approver claims a time before the reviewer’s',
    codes: ['sign-off-out-of-order'],
    make: ({ recipe, people }) =>
      packOf({
        ...recipe,
        plans: [...recipe.plans.slice(0, 2), planFor(people, 'approver', { at: '2026-10-06T12:00:00Z' })],
      }),
  },
];
