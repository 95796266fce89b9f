// Trust in whoever an authority certified: paths that do not lead to it, or that it never allowed.
import { sha256 } from '../../../src/codec/digest.ts';
import type { Trust } from '../../../src/model/trust.ts';
import type { VerifyCode } from '../../../src/pack/index.ts';
import { type Identity, makeIdentity, signerOf, type Wish } from './certificate-maker.ts';
import { packOf } from './recipe.ts';
import type { Vector } from './vector.ts';
import { entryFor, planFor, trusting } from './world.ts';

/** An approver with a certificate, what came with it, and the authority that the reader trusts. */
type Path = { readonly leaf: Identity; readonly chain: readonly Identity[]; readonly root: Identity };

const ROOT = { name: 'Example Root', authority: { longest: null } } as const;
const BETWEEN = { name: 'Example Staff Authority', authority: { longest: 0 } } as const;
const LEAF = { name: 'Sam Example', email: 'sam@bank.example' } as const;

/** Made once for each vector, when it is first asked for. */
const once = (make: () => Path): (() => Path) => {
  let made: Path | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

const pathWith = ({
  root: rootWish = {},
  between: betweenWish = {},
  leaf: leafWish = {},
}: {
  readonly root?: Partial<Wish>;
  readonly between?: Partial<Wish>;
  readonly leaf?: Partial<Wish>;
}): Path => {
  const root = makeIdentity({ ...ROOT, ...rootWish });
  const between = makeIdentity({ ...BETWEEN, issuer: root, ...betweenWish });
  return { root, chain: [between], leaf: makeIdentity({ ...LEAF, issuer: between, ...leafWish }) };
};

type Other = {
  readonly entry?: Partial<Trust['people'][number]>;
  readonly revoked?: (path: Path) => Trust['revoked'];
};

const approvedOver = (
  name: string,
  codes: readonly VerifyCode[],
  make: () => Path,
  { entry = {}, revoked = () => [] }: Other = {},
): Vector => {
  const path = once(make);
  return {
    name,
    codes,
    make: ({ recipe, people }) => {
      const approval = planFor(people, 'approver', { signer: signerOf(path().leaf, path().chain) });
      return packOf({ ...recipe, plans: [...recipe.plans.slice(0, 2), approval] });
    },
    trust: ({ people }) => {
      const staff: Trust['people'][number] = { authority: 'root', roles: ['approver'], ...entry };
      const said = {
        people: [entryFor('preparer'), entryFor('reviewer'), staff],
        revoked: revoked(path()),
      };
      return trusting(people, said, { root: path().root });
    },
  };
};

/** A path that holds: if this one failed, the vectors below would fail for another reason than theirs. */
export const soundPath = approvedOver('a path that holds', [], () => pathWith({}));

const revokedSince = (since: string, one: (path: Path) => Identity | undefined): Other => ({
  revoked: (path) => [one(path)].flatMap((it) => (it ? [{ fingerprint: sha256(it.der), since }] : [])),
});

const short = (): Path => {
  const root = makeIdentity(ROOT);
  return { root, chain: [], leaf: makeIdentity({ ...LEAF, issuer: root }) };
};

const REFUSED: readonly (readonly [name: string, make: () => Path])[] = [
  ['the certificate between is missing', () => ({ ...pathWith({}), chain: [] })],
  ['the certificate between had expired', () => pathWith({ between: { to: '2026-10-01T00:00:00Z' } })],
  [
    'the certificate between was not valid yet',
    () => pathWith({ between: { from: '2026-11-01T00:00:00Z' } }),
  ],
  ['the root had expired', () => pathWith({ root: { to: '2026-10-01T00:00:00Z' } })],
  [
    'a person’s certificate stands between',
    () => {
      const root = makeIdentity(ROOT);
      const between = makeIdentity({ name: 'Robin Example', issuer: root });
      return { root, chain: [between], leaf: makeIdentity({ ...LEAF, issuer: between }) };
    },
  ],
  ['the certificate between may not issue', () => pathWith({ between: { usage: 0x02 } })],
  ['the root allows no authority below it', () => pathWith({ root: { authority: { longest: 0 } } })],
  [
    'another key calls itself by the name of the root',
    () => {
      const { leaf, chain } = pathWith({});
      return { leaf, chain, root: makeIdentity(ROOT) };
    },
  ],
  [
    'the certificate is self-signed under the name of one that was issued',
    () => ({ ...pathWith({}), leaf: makeIdentity(LEAF) }),
  ],
];

export const authorityVectors: readonly Vector[] = [
  ...REFUSED.map(([name, make]) => approvedOver(name, ['signer-not-trusted'], make)),
  approvedOver('the certificate carries no e-mail address', ['signer-wrong-person'], () => {
    const root = makeIdentity(ROOT);
    return { root, chain: [], leaf: makeIdentity({ name: LEAF.name, issuer: root }) };
  }),
  approvedOver('the certificate carries somebody else’s e-mail address', ['signer-wrong-person'], () =>
    pathWith({ leaf: { email: 'pat@bank.example' } }),
  ),
  approvedOver('the address asked for is not on the certificate', ['signer-wrong-person'], short, {
    entry: { person: 'head', email: 'head@bank.example' },
  }),
  approvedOver('the authority is trusted for another role', ['signer-wrong-role'], short, {
    entry: { roles: ['preparer'] },
  }),
  approvedOver(
    'the certificate between is revoked',
    ['certificate-revoked'],
    () => pathWith({}),
    revokedSince('2026-10-01', ({ chain }) => chain[0]),
  ),
  approvedOver(
    'the root is revoked, which no pack carries',
    ['certificate-revoked'],
    () => pathWith({}),
    revokedSince('2026-10-01', ({ root }) => root),
  ),
];
