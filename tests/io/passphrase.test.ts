// Where passphrases come from, in which order; asked for on a terminal, and never shown.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { passphrase } from '../../src/io/passphrase.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'countersign-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const asked: string[] = [];
const prompt = (text: string): void => {
  asked.push(text);
};
const PURPOSE = 'The key robin.pem';
const terminal = () => Object.assign(new PassThrough(), { isTTY: true });
const pipe = () => new PassThrough();

test('a file goes before the environment, and gives its first line as it is', async () => {
  const file = join(home, 'secret');
  writeFileSync(file, ' correct horse \r\nbattery\n');
  const variables = { COUNTERSIGN_PASSPHRASE: 'other' };
  expect(await passphrase({ file, purpose: PURPOSE }, { prompt, variables })).toBe(' correct horse ');
  await expect(
    passphrase({ file: join(home, 'none'), purpose: PURPOSE }, { prompt, variables }),
  ).rejects.toMatchObject({ code: 'input-missing' });
});

test('the environment goes before a question', async () => {
  const variables = { COUNTERSIGN_PASSPHRASE: 'correct horse' };
  const input = terminal();
  expect(await passphrase({ file: null, purpose: PURPOSE }, { prompt, variables, input })).toBe(
    'correct horse',
  );
  expect(asked).toEqual([]);
});

test('without either and without a terminal, what to do is said', async () => {
  await expect(
    passphrase({ file: null, purpose: PURPOSE }, { prompt, variables: {}, input: pipe() }),
  ).rejects.toMatchObject({
    code: 'key-passphrase',
    message: 'The key robin.pem needs a passphrase.',
    hint: 'Set COUNTERSIGN_PASSPHRASE, or name a file that holds it with --passphrase-file.',
  });
});

test('on a terminal it is asked for, and what is typed is not shown', async () => {
  const input = terminal();
  const answer = passphrase({ file: null, purpose: PURPOSE }, { prompt, variables: {}, input });
  input.write('correct horse\n');
  expect(await answer).toBe('correct horse');
  expect(asked.splice(0)).toEqual(['The key robin.pem needs a passphrase: ', '\n']);
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['the end of input', null],
])('%s interrupts', async (_what, typed) => {
  const input = terminal();
  const answer = passphrase({ file: null, purpose: PURPOSE }, { prompt, variables: {}, input });
  if (typed === null) input.end();
  else input.write(typed);
  await expect(answer).rejects.toMatchObject({ code: 'interrupted' });
  asked.splice(0);
});
