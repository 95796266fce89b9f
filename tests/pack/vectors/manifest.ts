// Manifests that say something else. Where the rightful sealer seals them all the same, nothing but the manifest can be at fault.
import { canonicalJson } from '../../../src/codec/canonical-json.ts';
import type { Members, VerifyCode } from '../../../src/pack/index.ts';
import { enveloped, MANIFEST, replaced, textOf, withMember } from './tamper.ts';
import type { Vector } from './vector.ts';
import type { World } from './world.ts';

type Entry = { readonly path: string };
type Said = Readonly<Record<string, unknown>> & { readonly members: readonly Entry[] };

const saying = (base: Members, edit: (said: Said) => unknown): Members => {
  const said: Said = JSON.parse(textOf(base, MANIFEST));
  return withMember(base, MANIFEST, `${canonicalJson(edit(said))}\n`);
};

/** A manifest with entries of its own, sealed by the rightful sealer. */
const sealedList =
  (edit: (members: readonly Entry[]) => readonly unknown[]) =>
  ({ base, seal }: World): Promise<Members> =>
    enveloped(
      saying(base, (said) => ({ ...said, members: edit(said.members) })),
      seal,
    );

const sealedSaying =
  (other: Readonly<Record<string, unknown>>) =>
  ({ base, seal }: World): Promise<Members> =>
    enveloped(
      saying(base, (said) => ({ ...said, ...other })),
      seal,
    );

const sealedText =
  (edit: (text: string) => string) =>
  ({ base, seal }: World): Promise<Members> =>
    enveloped(withMember(base, MANIFEST, edit(textOf(base, MANIFEST))), seal);

const ZEROS = `sha256:${'0'.repeat(64)}`;
const more = (path: string): unknown => ({ path, size: 0, sha256: ZEROS });
const RENAMED: readonly VerifyCode[] = ['identity-differs', 'document-missing', 'seal-incomplete'];

const PATHS: readonly (readonly [what: string, path: string])[] = [
  ['a path that climbs out', '../outside'],
  ['an absolute path', '/etc/passwd'],
  ['a path with a backslash', 'a\\b'],
  ['a path that names a drive', 'C:/a'],
  ['a path of a Windows device', 'evidence/nul.txt'],
  ['the manifest itself', 'manifest.json'],
  ['its own envelope', 'manifest.dsse.json'],
  ['a path with a line feed', 'a\nb'],
];

const paths: readonly Vector[] = PATHS.map(([what, path]) => ({
  name: `a manifest that lists ${what}`,
  codes: ['manifest-path-refused'],
  make: sealedList((members) => [...members, more(path)]),
}));

export const manifestVectors: readonly Vector[] = [
  ...paths,
  {
    name: 'a member taken off the list',
    codes: ['member-extra', 'envelope-differs'],
    make: ({ base }) => saying(base, (said) => ({ ...said, members: said.members.slice(1) })),
  },
  {
    name: 'a member taken off the list, and sealed so',
    codes: ['member-extra'],
    make: sealedList((members) => members.slice(1)),
  },
  {
    name: 'a final pack called a draft',
    codes: RENAMED,
    make: sealedSaying({ state: 'draft', version: null }),
  },
  { name: 'another version', codes: RENAMED, make: sealedSaying({ version: 2 }) },
  { name: 'another team', codes: RENAMED, make: sealedSaying({ team: 'others' }) },
  { name: 'another day', codes: ['identity-differs'], make: sealedSaying({ 'as-of': '2026-10-10' }) },
  {
    name: 'another pack that it takes the place of',
    codes: ['identity-differs'],
    make: sealedSaying({ supersedes: { version: 1, manifest: ZEROS, reason: 'Because.' } }),
  },
  {
    name: 'another pack id',
    codes: ['identity-differs', 'document-differs'],
    make: sealedSaying({ 'pack-id': ZEROS }),
  },
  {
    name: 'a list in another order',
    codes: ['manifest-path-refused'],
    make: sealedList((members) => members.toReversed()),
  },
  {
    name: 'a path listed twice',
    codes: ['manifest-path-refused'],
    make: sealedList(([first, ...rest]) => [first, first, ...rest]),
  },
  {
    name: 'a path listed twice but for its case',
    codes: ['manifest-path-refused'],
    make: sealedList((members) => [more('INPUTS/policy.yaml'), ...members]),
  },
  {
    name: 'a space more than canonical JSON has',
    codes: ['manifest-not-canonical'],
    make: sealedText((text) => text.replace(':', ': ')),
  },
  {
    name: 'no line feed at the end',
    codes: ['manifest-not-canonical'],
    make: sealedText((text) => text.trimEnd()),
  },
  {
    name: 'a number spelled otherwise',
    codes: ['manifest-not-canonical', 'envelope-differs'],
    make: ({ base }) => replaced(base, MANIFEST, '"version":1', '"version":1.0'),
  },
  {
    name: 'a format that nobody knows',
    codes: ['manifest-format-unknown'],
    make: sealedSaying({ format: 'countersign/manifest@2' }),
  },
  { name: 'a key too many', codes: ['manifest-unreadable'], make: sealedSaying({ note: 'Trust me.' }) },
  {
    name: 'a key twice',
    codes: ['manifest-unreadable'],
    make: sealedText((text) => text.replace('{', '{"team":"pay",')),
  },
  {
    name: 'a manifest that is no JSON',
    codes: ['manifest-unreadable'],
    make: sealedText(() => 'members: all\n'),
  },
  {
    name: 'a manifest of brackets without end',
    codes: ['manifest-unreadable'],
    make: ({ base }) => withMember(base, MANIFEST, '['.repeat(1_000_000)),
  },
];
