// Which files the words of a command line stand for: files, folders and patterns.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { findAttestations } from '../../src/io/find-attestations.ts';
import { fitsStep, globPaths } from '../../src/io/glob.ts';

const home = mkdtempSync(join(tmpdir(), 'countersign-find-'));
afterAll(() => rmSync(home, { recursive: true }));
const FILES = [
  'b/pay.attestation.yaml',
  'a/inner/deep.attestation.yaml',
  'a/one.attestation.yaml',
  'a/One.attestation.yaml',
  'a/.old/hidden.attestation.yaml',
  'a/bank.policy.yaml',
  'a/inputs/attestation.yaml',
  '[odd]/x.attestation.yaml',
];
for (const file of FILES) {
  mkdirSync(dirname(join(home, file)), { recursive: true });
  writeFileSync(join(home, file), '');
}
mkdirSync(join(home, 'empty'));
symlinkSync(join(home, 'b'), join(home, 'a', 'link'));
symlinkSync(join(home, 'b', 'pay.attestation.yaml'), join(home, 'a', 'link.attestation.yaml'));

const found = async (...operands: readonly string[]): Promise<readonly string[]> =>
  (await findAttestations(operands.map((one) => join(home, one)))).map((path) => path.slice(home.length + 1));

const IN_A = ['a/One.attestation.yaml', 'a/inner/deep.attestation.yaml', 'a/one.attestation.yaml'];

describe('an operand', () => {
  test.each<[string[], string[]]>([
    [['b/pay.attestation.yaml'], ['b/pay.attestation.yaml']],
    [['a/bank.policy.yaml'], ['a/bank.policy.yaml']],
    [['nowhere.yaml'], ['nowhere.yaml']],
    [['a'], IN_A],
    [
      ['b', 'a', 'a/one.attestation.yaml'],
      ['b/pay.attestation.yaml', ...IN_A],
    ],
    [['[odd]'], ['[odd]/x.attestation.yaml']],
    [['a/*'], IN_A],
    [['*/pay*'], ['b/pay.attestation.yaml']],
    [['a/*.yaml'], ['a/One.attestation.yaml', 'a/one.attestation.yaml']],
    [['a/?ne.attestation.yaml'], ['a/One.attestation.yaml', 'a/one.attestation.yaml']],
    [['a/[!O]ne.*'], ['a/one.attestation.yaml']],
    [['**/deep.attestation.yaml'], ['a/inner/deep.attestation.yaml']],
    [['a/**'], IN_A],
    [['a/.*'], ['a/.old/hidden.attestation.yaml']],
    [['{b,a/{inner,nothing}}/*'], ['a/inner/deep.attestation.yaml', 'b/pay.attestation.yaml']],
  ])('%j stands for %j', async (operands, files) => {
    expect(await found(...operands)).toEqual(files);
  });

  test.each(['empty', 'x*', `${'{a,b}'.repeat(12)}`])(
    '%s stands for nothing, and says so',
    async (operand) => {
      await expect(found(operand)).rejects.toMatchObject({ code: 'usage' });
    },
  );
});

describe('a pattern', () => {
  const fits = (pattern: string, name: string): boolean => {
    const [step] = globPaths(pattern)[0] ?? [];
    return step !== undefined && fitsStep(step, name);
  };

  test('fits what a regular expression of the same meaning fits', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 8 });
    const names = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(letters, names, (pattern, name) => {
        fc.pre(pattern !== '**');
        const twin = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(fits(pattern, name)).toBe(twin.test(name));
      }),
      { numRuns: 300 },
    );
  });

  test('with many stars takes no time', () => {
    expect(fits(`${'*a'.repeat(200)}b`, 'a'.repeat(5000))).toBe(false);
  });
});
