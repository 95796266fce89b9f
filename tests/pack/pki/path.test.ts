// Paths from a certificate to a trusted one: which lead there, which do not and why, and that no set of certificates takes long.
import * as asn1 from 'asn1js';
import { describe, expect, test } from 'vitest';
import { usableForSigning } from '../../../src/pack/pki/certificate-purpose.ts';
import { type PathAnswer, pathTo } from '../../../src/pack/pki/path.ts';
import { type Authority, extension, makeAuthority, makeKey, USAGE, type Wish } from './authority.ts';
import { fixtureCertificate } from './fixture.ts';

const AT = '2026-10-09T08:30:00Z';
const root = makeAuthority();

const ask = (
  leaf: Authority,
  between: readonly Authority[],
  anchors: readonly Authority[] = [root],
  at = AT,
): PathAnswer =>
  pathTo(leaf.certificate, {
    intermediates: between.map(({ certificate }) => certificate),
    anchors: anchors.map(({ certificate }) => certificate),
    at,
  });
const names = (answer: PathAnswer): string =>
  answer.kind === 'ok' ? answer.path.map(({ facts }) => facts.name).join(' < ') : answer.sentence;

describe('a path', () => {
  test('leads straight, over others, or nowhere further', () => {
    const issuer = root.issue({ name: 'Issuer', ca: true });
    const leaf = issuer.issue({ name: 'Robin' });
    expect(names(ask(leaf, [issuer]))).toBe('Robin < Issuer < Example Root');
    expect(names(ask(leaf, [], [issuer]))).toBe('Robin < Issuer');
    expect(names(ask(leaf, [], [leaf]))).toBe('Robin');
    expect(names(ask(leaf, []))).toBe('No trusted certificate is above CN=Robin.');
    expect(names(ask(leaf, [issuer, root], []))).toBe('No trusted certificate is above CN=Robin.');
  });

  test('takes no certificate for its issuer by name alone', () => {
    const leaf = makeAuthority({ name: 'Example Root' }).issue({ name: 'Robin' });
    expect(names(ask(leaf, []))).toBe('No trusted certificate is above CN=Robin.');
  });

  test('goes around one that is out of date where there is another', () => {
    const key = makeKey('P-256');
    const old = root.issue({ name: 'Issuer', ca: true, key, to: '2026-02-01T00:00:00Z' });
    const renewed = root.issue({ name: 'Issuer', ca: true, key });
    const leaf = old.issue({ name: 'Robin' });
    expect(names(ask(leaf, [old, renewed]))).toBe('Robin < Issuer < Example Root');
    expect(names(ask(leaf, [old]))).toContain('CN=Issuer was no longer valid');
  });

  test('of RSA and RSA-PSS certificates', () => {
    const pss = makeAuthority({ key: 'rsa-pss', name: 'PSS Root' });
    const leaf = pss.issue({ name: 'Robin', key: 'rsa' });
    expect(names(ask(leaf, [], [pss]))).toBe('Robin < PSS Root');
  });

  test('to the authority that OpenSSL made', () => {
    const anchor = fixtureCertificate('tsaca.crt');
    expect(pathTo(anchor, { intermediates: [], anchors: [anchor], at: '2027-01-01T00:00:00Z' }).kind).toBe(
      'ok',
    );
  });
});

describe('what a path is refused for', () => {
  test.each<[string, string, string]>([
    ['2025-12-31T23:59:59Z', 'before', 'was not yet valid at 2025-12-31T23:59:59Z'],
    ['2036-01-01T00:00:01Z', 'after', 'was no longer valid at 2036-01-01T00:00:01Z'],
    ['2026-01-01T00:00:00Z', 'first second', 'Robin < Example Root'],
    ['2036-01-01T00:00:00Z', 'last second', 'Robin < Example Root'],
  ])('at %s, the %s', (at, _, sentence) => {
    expect(names(ask(root.issue({ name: 'Robin' }), [], [root], at))).toContain(sentence);
  });

  test('the trusted certificate is out of date', () => {
    const short = makeAuthority({ to: '2026-02-01T00:00:00Z' });
    expect(names(ask(short.issue(), [], [short]))).toContain('CN=Example Root was no longer valid');
  });

  const unknown = extension('1.2.3.4', true, new asn1.Null());
  const constraints = extension('2.5.29.30', true, new asn1.Sequence({ value: [] }));
  const broken = extension('2.5.29.15', true, new asn1.Null());
  test.each<[string, Wish, string]>([
    ['not an authority', {}, 'is not that of an authority'],
    [
      'an authority that may not issue',
      { ca: true, keyUsage: USAGE.sign },
      'is not for issuing certificates',
    ],
    [
      'a critical extension',
      { ca: true, extensions: [unknown] },
      'critical extension that is not known here (1.2.3.4)',
    ],
    ['limits on names', { ca: true, extensions: [constraints] }, 'limits names below it'],
    ['a broken extension', { ca: true, keyUsage: null, extensions: [broken] }, 'has a field of another type'],
    ['out of date', { ca: true, to: '2026-02-01T00:00:00Z' }, 'was no longer valid'],
  ])('%s between', (_, wish, sentence) => {
    const issuer = root.issue({ name: 'Issuer', ...wish });
    const answer = names(ask(issuer.issue({ name: 'Robin' }), [issuer]));
    expect(answer).toContain('CN=Issuer');
    expect(answer).toContain(sentence);
  });

  test('a certificate that is signed with SHA-1', () => {
    const answer = names(ask(root.issue({ name: 'Robin', weak: true }), []));
    expect(answer).toBe('The certificate of CN=Robin is signed with an algorithm that is not used here.');
  });

  test('a critical extension of the certificate itself', () => {
    expect(names(ask(root.issue({ extensions: [unknown] }), []))).toContain('critical extension');
  });

  test('an authority that may issue without saying for what', () => {
    const issuer = root.issue({ name: 'Issuer', ca: true, keyUsage: null });
    expect(ask(issuer.issue(), [issuer]).kind).toBe('ok');
  });

  test.each([
    [0, false],
    [1, true],
  ])('a limit of %i further authorities, with one below', (pathLength, leads) => {
    const limited = makeAuthority({ pathLength });
    const issuer = limited.issue({ name: 'Issuer', ca: true });
    const answer = ask(issuer.issue(), [issuer], [limited]);
    expect(answer.kind === 'ok').toBe(leads);
    if (!leads) expect(names(answer)).toContain('allows 0 further authorities below it; there are 1');
  });

  test('an authority that changed its key does not count as a further one', () => {
    const limited = makeAuthority({ pathLength: 0 });
    const renewed = limited.issue({ name: 'Example Root', ca: true });
    expect(ask(renewed.issue(), [renewed], [limited]).kind).toBe('ok');
  });

  test('more than eight certificates', () => {
    const chain: Authority[] = [];
    for (let index = 0; index < 7; index += 1)
      chain.push((chain.at(-1) ?? root).issue({ name: `Issuer ${index}`, ca: true }));
    const end = (count: number): Authority => (chain[count - 1] ?? root).issue({ name: 'Robin' });
    expect(ask(end(6), chain).kind).toBe('ok');
    expect(names(ask(end(7), chain))).toContain('longer than 8');
  });
});

describe('hostile sets of certificates', () => {
  test('that issue each other in a circle come to an end', () => {
    const [a, b] = [makeKey('P-256'), makeKey('P-256')];
    const one = makeAuthority({ name: 'A', key: a });
    const two = makeAuthority({ name: 'B', key: b });
    const [overTwo, overOne] = [
      one.issue({ name: 'B', key: b, ca: true }),
      two.issue({ name: 'A', key: a, ca: true }),
    ];
    expect(names(ask(one.issue({ name: 'Robin' }), [one, two, overTwo, overOne]))).toBe(
      'No trusted certificate is above CN=Robin.',
    );
  });

  test('of many with one name and one key are given up on', () => {
    const key = makeKey('P-256');
    const twin = makeAuthority({ name: 'Twin', key });
    const twins = Array.from({ length: 19 }, () => twin.issue({ name: 'Twin', key, ca: true }));
    const begin = performance.now();
    expect(names(ask(twin.issue({ name: 'Robin' }), twins))).toContain('More than 100 certificates');
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('a certificate for signing', () => {
  test.each<[string, Wish, string | null]>([
    ['says so', { keyUsage: USAGE.sign }, null],
    ['says so in half', { keyUsage: 0x40 }, null],
    ['says nothing', { keyUsage: null }, null],
    ['is for encrypting', { keyUsage: USAGE.encrypt }, 'is not for signing'],
  ])('%s', (_, wish, expected) => {
    expect(usableForSigning(root.issue(wish).certificate)).toBe(expected);
  });
});
