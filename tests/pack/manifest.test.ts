// The manifest: one spelling for one set of members.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manifest } from '../../src/model/manifest.ts';
import { type About, buildManifest, type Member, manifestBytes } from '../../src/pack/index.ts';

const ABOUT: About = {
  'pack-id': `sha256:${'0'.repeat(64)}`,
  ...{ team: 'payments', system: 'checkout', period: '2026-Q3', 'as-of': '2026-10-09' },
  ...{ state: 'draft', version: null, supersedes: null },
};
const member = (path: string, text: string): Member => ({ path, bytes: new TextEncoder().encode(text) });

test('is canonical JSON and a line feed, members in code unit order, without itself and its envelope', () => {
  const members = [
    member('b', 'abc'),
    member('manifest.json', '{}'),
    member('a/ö', ''),
    member('B', ''),
    member('manifest.dsse.json', '{}'),
  ];
  const empty = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const abc = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(new TextDecoder().decode(manifestBytes(buildManifest(members, ABOUT)))).toBe(
    `{"as-of":"2026-10-09","format":"countersign/manifest@1","members":[{"path":"B","sha256":"${empty}","size":0},` +
      `{"path":"a/ö","sha256":"${empty}","size":0},{"path":"b","sha256":"${abc}","size":3}],` +
      `"pack-id":"sha256:${'0'.repeat(64)}","period":"2026-Q3","state":"draft","supersedes":null,"system":"checkout","team":"payments","version":null}\n`,
  );
});

test('does not depend on the order of members, and has the shape of its schema', () => {
  const members = fc
    .uniqueArray(fc.string({ minLength: 1 }), { maxLength: 20 })
    .map((paths) => paths.map((path) => member(path, path)));
  fc.assert(
    fc.property(members, (some) => {
      const built = buildManifest(some, ABOUT);
      expect(manifestBytes(buildManifest(some.toReversed(), ABOUT))).toEqual(manifestBytes(built));
      expect(manifest.parse(built)).toEqual(built);
    }),
  );
});
