// Transcripts: command lines with what they print and their exit code, run in a folder of their own, readable as a manual.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskWorld } from '../../src/cli/disk-world.ts';
import { run } from '../../src/cli/run.ts';
import type { World } from '../../src/cli/world.ts';

/** The day it is in every transcript. */
export const TODAY = '2026-10-09';
/** And the second it is when something is signed; each command is a minute later than the one before. */
const FIRST_MINUTE = Date.parse('2026-10-09T08:00:00Z');
const clock = { minutes: 0 };
const now = (): string => new Date(FIRST_MINUTE + clock.minutes * 60_000).toISOString().replace('.000', '');

/** `output` has lines of standard error marked with `! `. */
export type Ran = { readonly output: readonly string[]; readonly code: number };

/** Runs one command line in this process, in the current folder. */
export const countersign = async (
  words: readonly string[],
  change: (world: World) => World = (world) => world,
): Promise<Ran> => {
  const output: string[] = [];
  const lines = (text: string, mark: string): void => {
    output.push(...text.split('\n').map((line) => mark + line));
  };
  const code = await run(
    words,
    async () => change({ ...(await diskWorld(() => undefined)), today: () => TODAY, now }),
    {
      out: (text) => lines(text, ''),
      err: (text) => lines(text, '! '),
      colour: { out: false, err: false },
    },
  );
  return { output, code };
};

/** Does `work` in a new folder, which is gone afterwards. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  process.chdir(folder);
  try {
    return await work(folder);
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  }
};

/**
 * Runs a transcript and gives it back with what really happened. `$ countersign …` runs, `file PATH` followed by indented lines writes a
 * file, `change PATH` followed by lines with `-` and `+` replaces one by the other, `#` lines are for the reader, and everything else is
 * output, which is replaced.
 */
export const replay = (transcript: string): Promise<string> =>
  inFolder(async (folder) => {
    const blocks: string[] = [];
    clock.minutes = 0;
    for (const block of transcript.trimEnd().split(/\n(?=\$ |file |change |# )/))
      blocks.push(await replayBlock(block, folder));
    return `${blocks.join('\n')}\n`;
  });

const replayBlock = async (block: string, folder: string): Promise<string> => {
  const [head = ''] = block.split('\n');
  if (head.startsWith('file ')) writeBlock(block);
  if (head.startsWith('change ')) changeBlock(block);
  if (!head.startsWith('$ ')) return block;
  const words = head.slice('$ countersign'.length).match(/"[^"]*"|\S+/g) ?? [];
  clock.minutes += 10;
  const { output, code } = await countersign(words.map((word) => word.replace(/^"(.*)"$/, '$1')));
  const shown = output.map((line) =>
    line
      .replaceAll(folder, '<folder>')
      .replace(/ +\d+ kB$/, '   … kB')
      // Keys are new each time, and so is what is made with them.
      .replace(/^( {13}(?:certificate|over {7})) sha256:\w+$/, '$1 sha256:…')
      .trimEnd(),
  );
  return [head, ...shown, `exit ${code}`, ''].join('\n');
};

const writeBlock = (block: string): void => {
  const [head = '', ...lines] = block.split('\n');
  const path = head.slice('file '.length).trim();
  const text = lines.map((line) => line.replace(/^ {4}/, '')).join('\n');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text.trimEnd()}\n`);
};

const changeBlock = (block: string): void => {
  const [head = '', ...lines] = block.split('\n');
  const path = head.slice('change '.length).trim();
  const [old = '', fresh = ''] = ['    - ', '    + '].map((mark) =>
    lines.find((line) => line.startsWith(mark))?.slice(mark.length),
  );
  const before = readFileSync(path, 'utf8');
  if (old === '' || !before.includes(old)) throw new Error(`${path} has no ${old}`);
  writeFileSync(
    path,
    before.replace(old, () => fresh),
  );
};
