// The way from a provider's real page to a verified pack. COUNTERSIGN_CORPUS names the folder of pages; they are not ours to carry.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { countersign, inFolder } from '../cli/transcript.ts';
import { fillIn } from './fill-in.ts';
import { randomFrom } from './random.ts';

const page = join(process.env.COUNTERSIGN_CORPUS ?? 'no corpus', 'ibm-code-engine-2025-12-02.md');
const run = async (words: string, ...codes: readonly number[]): Promise<string> => {
  const { output, code } = await countersign(words.split(' '));
  expect(codes, output.join('\n')).toContain(code);
  return output.join('\n');
};

test.skipIf(!existsSync(page))(
  'a real page, imported, answered, locked, checked, built, verified (needs COUNTERSIGN_CORPUS)',
  () =>
    inFolder(async () => {
      await run(`model import ${page} -o models/ibm-code-engine.model.yaml`, 0);
      await run('init ibm-code-engine --team payments --system checkout --period 2026-Q3', 0);
      const filled = fillIn(readFileSync('payments.attestation.yaml', 'utf8'), randomFrom(7), null);
      writeFileSync('payments.attestation.yaml', filled.text);
      for (const [path, text] of filled.evidence) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      await run('lock payments.attestation.yaml', 0);
      await run('check payments.attestation.yaml', 0, 1);
      const [{ pack }] = JSON.parse(await run('build payments.attestation.yaml --json', 0));
      await run(`verify ${pack}`, 0);
      expect(readFileSync(join(pack, 'inputs/models/ibm-code-engine.model.yaml'), 'utf8')).toContain(
        'text: verbatim',
      );
    }),
);
