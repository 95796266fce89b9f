// Facts on evidence files, and the promise that a pack carries the files its facts speak of.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';
import { gatherFacts, readEvidence } from '../../src/io/evidence.ts';
import { facts } from '../../src/model/facts.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'evidence-'));
  mkdirSync(join(home, 'team', 'evidence'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));
const team = (): string => join(home, 'team');
const put = (name: string, data: Uint8Array | string): void => writeFileSync(join(team(), name), data);

test('a file larger than one read, an empty one, and one that is not there', async () => {
  const large = Buffer.alloc(300_000, 'evidence ');
  put('evidence/large.bin', large);
  put('evidence/empty', '');
  const gathered = await gatherFacts(team(), {
    'EV-01': 'evidence/large.bin',
    'EV-02': 'evidence/empty',
    'EV-03': 'evidence/none',
  });
  expect(facts.parse(gathered)).toEqual({
    format: 'countersign/facts@1',
    evidence: {
      'EV-01': { present: true, size: 300_000, sha256: sha256(large) },
      'EV-02': { present: true, size: 0, sha256: sha256('') },
      'EV-03': { present: false },
    },
  });
});

test('many files at once', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `evidence/${index}.txt`);
  for (const name of names) put(name, name);
  const gathered = await gatherFacts(
    team(),
    Object.fromEntries(names.map((name, index) => [`EV-${index + 100}`, name])),
  );
  expect(Object.values(gathered.evidence)).toEqual(
    names.map((name) => ({ present: true, size: name.length, sha256: sha256(name) })),
  );
});

test.each(['../secret', 'evidence/link', 'evidence'])('%s is refused', async (file) => {
  writeFileSync(join(home, 'secret'), 'x');
  symlinkSync('../../secret', join(team(), 'evidence', 'link'));
  await expect(gatherFacts(team(), { 'EV-01': file })).rejects.toMatchObject({ code: 'input-invalid' });
});

test('the bytes for copying are those that were measured, or nothing', async () => {
  put('a', 'one');
  const fact = { present: true, size: 3, sha256: sha256('one') } as const;
  expect(new TextDecoder().decode(await readEvidence(team(), 'a', fact))).toBe('one');
  put('a', 'two');
  await expect(readEvidence(team(), 'a', fact)).rejects.toMatchObject({ code: 'disk' });
  rmSync(join(team(), 'a'));
  await expect(readEvidence(team(), 'a', fact)).rejects.toMatchObject({ code: 'disk' });
});
