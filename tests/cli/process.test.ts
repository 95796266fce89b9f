// What only a process of its own shows: exit codes, streams, signals, a reader that goes away.
import { type ChildProcess, spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { compile, start } from './compiled.ts';

const { main, remove } = compile();
const cwd = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLE = 'data/attestations/2026-Q3/payments.attestation.yaml';
/** Two hundred files that say the same; one file named two hundred times is read once. */
const copies = mkdtempSync(join(tmpdir(), 'countersign-many-'));
cpSync(join(cwd, 'data'), copies, { recursive: true });
const many = Array.from({ length: 200 }, (_, index) => {
  const copy = join(copies, dirname(EXAMPLE).replace('data/', ''), `copy-${index}.attestation.yaml`);
  cpSync(join(cwd, EXAMPLE), copy);
  return copy;
});
afterAll(() => {
  remove();
  rmSync(copies, { recursive: true });
});

test('prints the document alone on standard output, and ends with the code of what it found', async () => {
  const { code, out, err } = await start(main, ['check', EXAMPLE, '--json', '--fail-at', 'low'], { cwd });
  expect(code).toBe(1);
  expect(JSON.parse(out)[0].team).toBe('payments');
  expect(err).toBe('');
});

test('keeps colour to itself in a pipe', async () => {
  const { out, err } = await start(main, ['chek'], { cwd, env: { TERM: 'xterm-256color' } });
  expect(out + err).toContain('Did you mean check?');
  expect(out + err).not.toContain('\u001b');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the run between two files with %i', async (signal, code) => {
  const once = (child: ChildProcess): unknown => child.killed || child.kill(signal);
  const ended = await start(main, ['check', ...many], { cwd, meanwhile: once });
  expect([ended.code, ended.signal]).toEqual([code, null]);
  expect(ended.err).toContain('Interrupted; nothing is half-written.');
  expect(ended.out.split('copy-').length).toBeLessThan(200);
});

test('a signal in the middle of writing a pack leaves a whole pack or none, and nothing beside it', async () => {
  const out = mkdtempSync(join(tmpdir(), 'countersign-signal-'));
  const series = join(out, '2026-Q3', 'payments.checkout');
  const asked = { watch: undefined as NodeJS.Timeout | undefined };
  const ended = await start(main, ['build', EXAMPLE, '-o', out], {
    cwd,
    begun: (child) => {
      asked.watch = setInterval(() => existsSync(series) && !child.killed && child.kill('SIGTERM'), 2);
    },
  });
  clearInterval(asked.watch);
  // On a busy machine the signal may come when all is written and the process is on its way out.
  expect([143, 0, 'SIGTERM']).toContain(ended.code ?? ended.signal);
  expect(readdirSync(series).filter((name) => name !== 'draft')).toEqual([]);
  if (existsSync(join(series, 'draft')))
    expect((await start(main, ['verify', join(series, 'draft')], { cwd })).code).toBe(0);
  rmSync(out, { recursive: true });
});

test('has said enough when its reader goes away', async () => {
  const { code, err } = await start(main, ['check', ...many.slice(0, 5), '--fail-at', 'critical'], {
    cwd,
    meanwhile: (child) => child.stdout?.destroy(),
  });
  expect(err).toBe('');
  expect(code).toBe(0);
});

test.skipIf(!existsSync('/dev/full'))(
  'an output that takes nothing more is the environment, not a finding',
  () => {
    const full = openSync('/dev/full', 'w');
    const ended = spawnSync(process.execPath, [main, 'check', EXAMPLE], {
      cwd,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(ended.status).toBe(4);
    expect(ended.stderr).toMatch(
      /^error: Cannot write what was asked for to standard output \(ENOSPC\)\.\n.*\n$/,
    );
  },
);

test('a preview tells its address in one document, and an interruption ends it cleanly', async () => {
  const ended = await start(main, ['preview', EXAMPLE, '--json'], {
    cwd,
    meanwhile: (child) => child.kill('SIGINT'),
  });
  expect([ended.code, ended.signal, ended.err]).toEqual([130, null, '']);
  expect(JSON.parse(ended.out).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});
