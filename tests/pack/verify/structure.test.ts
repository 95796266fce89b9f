// Step 1 against hostile and broken manifests.
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/codec/canonical-json.ts';
import type { Members } from '../../../src/pack/index.ts';
import { smallPack, textOf, verifyToy, withMember, without } from './small-pack.ts';

const GOOD = smallPack();
const MANIFEST = textOf(GOOD, 'manifest.json');
const ENTRY = { path: 'a', size: 0, sha256: `sha256:${'0'.repeat(64)}` };
const write = (change: Record<string, unknown>): string =>
  `${canonicalJson({ ...JSON.parse(MANIFEST), ...change })}\n`;
const listing = (...paths: readonly string[]): string =>
  write({ members: paths.map((path) => ({ ...ENTRY, path })) });
const structure = async (members: Members): Promise<string> => {
  const { steps, outcome } = await verifyToy(members);
  expect(outcome).toBe(steps[0]?.outcome === 'failed' ? 'failed' : outcome);
  return steps[0]?.details.map(({ code }) => code).join() ?? '';
};

test.each<[string, string, string]>([
  ['manifest-unreadable', 'nothing', ''],
  ['manifest-unreadable', 'text', 'not JSON'],
  ['manifest-unreadable', 'a missing key', canonicalJson({ format: 'countersign/manifest@1' })],
  ['manifest-unreadable', 'a key too many', write({ more: 1 })],
  ['manifest-unreadable', 'a key twice', MANIFEST.replace('{', '{"as-of":"2026-10-09",')],
  ['manifest-unreadable', 'a key of JavaScript', MANIFEST.replace('{', '{"__proto__":{"state":"final"},')],
  [
    'manifest-unreadable',
    'brackets without end',
    `{"format":"countersign/manifest@1","members":${'['.repeat(100_000)}`,
  ],
  ['manifest-unreadable', 'a negative size', write({ members: [{ ...ENTRY, size: -1 }] })],
  ['manifest-unreadable', 'a broken digest', write({ 'pack-id': 'sha256:12' })],
  ['manifest-unreadable', 'not UTF-8', `\ufffe${MANIFEST}`],
  ['manifest-format-unknown', 'a later format', write({ format: 'countersign/manifest@2' })],
  ['manifest-not-canonical', 'no line feed', MANIFEST.trimEnd()],
  ['manifest-not-canonical', 'white space', MANIFEST.replace(',', ', ')],
  ['manifest-not-canonical', 'another spelling of a letter', MANIFEST.replace('payments', '\\u0070ayments')],
  ['manifest-path-refused', 'a climb', listing('../a')],
  ['manifest-path-refused', 'an absolute path', listing('/a')],
  ['manifest-path-refused', 'a backslash', listing('a\\b')],
  ['manifest-path-refused', 'the manifest itself', listing('manifest.json')],
  ['manifest-path-refused', 'the envelope', listing('manifest.dsse.json')],
  ['manifest-path-refused', 'a path twice', listing('a', 'a')],
  ['manifest-path-refused', 'a path twice as some systems see it', listing('A', 'a')],
  ['manifest-path-refused', 'another order', listing('b', 'a')],
])('%s: %s', async (code, _what, manifest) => {
  expect(await structure(withMember(GOOD, 'manifest.json', manifest))).toBe(code);
});

test('no manifest: every step that stands on it is not checked', async () => {
  const { steps, pack, manifest, outcome } = await verifyToy(without(GOOD, 'manifest.json'));
  expect([outcome, pack, manifest]).toEqual(['failed', null, null]);
  expect(steps[0]).toMatchObject({
    outcome: 'failed',
    details: [{ code: 'manifest-missing', member: 'manifest.json' }],
  });
  expect(steps.slice(1).map(({ details }) => details[0]?.code)).toEqual(
    Array(13).fill('earlier-step-failed'),
  );
});

test('an envelope may lie there unlisted, and is looked at', async () => {
  const { steps } = await verifyToy(withMember(GOOD, 'manifest.dsse.json', '{}'));
  expect(steps[1]?.outcome).toBe('ok');
  expect(steps[3]).toMatchObject({ id: 'seal', outcome: 'failed' });
  expect(steps[3]?.details.map(({ code }) => code)).toEqual(['envelope-unreadable', 'seal-incomplete']);
});
