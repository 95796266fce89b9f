// The real page of one service at two days: a filled attestation moved from the one to the other. COUNTERSIGN_CORPUS names the folder of
// pages; they are not ours to carry.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countersign, inFolder } from '../cli/transcript.ts';

const page = (day: string): string =>
  join(process.env.COUNTERSIGN_CORPUS ?? 'no corpus', `ibm-code-engine-${day}.md`);
const model = (day: string): string => `models/ibm-code-engine-${day}.model.yaml`;
const [BEFORE, AFTER] = ['2025-06-11', '2025-12-02'];
const FILE = 'payments.attestation.yaml';

const run = async (words: string, ...codes: readonly number[]): Promise<string> => {
  const { output, code } = await countersign(words.split(' '));
  expect(codes, output.join('\n')).toContain(code);
  return output.join('\n');
};

/** Every duty that is there answered, as `init` left the file. */
const answered = (text: string): string =>
  text
    .replace('# lead: {', 'lead: {')
    .replace(
      /^ {6}status:\n {6}owner:\n {6}statement:$/gm,
      '      status: implemented\n      owner: lead\n      statement: It is done.',
    )
    .replace(/^ {6}evidence: \[\]$/gm, '      evidence: [EV-01]')
    .replace(
      /^evidence:$/m,
      'evidence:\n  EV-01: { type: record, title: Record, location: Vault, at: 2026-09-20, by: lead }',
    );

test.skipIf(!existsSync(page(BEFORE)))(
  'twelve customer duties stay attested, five are opened, none is re-opened (needs COUNTERSIGN_CORPUS)',
  () =>
    inFolder(async () => {
      await run(`model import ${page(BEFORE)} -o ${model(BEFORE)}`, 0);
      await run(`model import ${page(AFTER)} --previous ${model(BEFORE)} -o ${model(AFTER)}`, 0);
      await run(`init ${model(BEFORE)} --team payments --system checkout --period 2026-Q3`, 0);
      writeFileSync(FILE, answered(readFileSync(FILE, 'utf8')));
      await run(`lock ${FILE}`, 0);
      const before = readFileSync(FILE, 'utf8');
      const told = JSON.parse(await run(`update ${FILE} --model ${model(AFTER)} --json`, 0));
      expect(told.counts).toEqual({
        ...{ unchanged: 12, editorial: 0, 're-opened': 0, reworded: 0, opened: 5, dropped: 0, scopes: 1 },
      });
      const [{ pack }] = JSON.parse(await run(`build ${FILE} --json`, 0, 1));
      const [{ changes }] = JSON.parse(readFileSync(join(pack, 'report.json'), 'utf8')).services;
      expect(changes.effects).toMatchObject({ attested: 12, opened: 5, 're-opened': 0, dropped: 0 });
      expect(changes.counts.provider).toMatchObject({ added: 6, reworded: 0, removed: 0 });
      await run(`verify ${pack}`, 0);
      const after = new Set(readFileSync(FILE, 'utf8').split('\n'));
      const lost = before.split('\n').filter((line) => !after.has(line));
      // Nothing goes but what names the revision, and lines of the page in comments.
      expect(lost.filter((line) => !/^ *# .*(?:\(line \d+\)|revision )|revision:|file:/.test(line))).toEqual(
        [],
      );
      const twice = JSON.parse(await run(`update ${FILE} --model ${model(AFTER)} --json`, 0));
      expect(twice.outcome).toBe('up-to-date');
    }),
);
