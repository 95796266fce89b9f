// The preview from start to end: what it shows at first, after each change, and when something is wrong.
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskWorld } from '../../src/cli/disk-world.ts';
import { run } from '../../src/cli/run.ts';
import { DRAWER } from '../../src/index.ts';
import { type Events, eventsOf, type Told } from '../io/event-stream.ts';
import { countersign } from './transcript.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-preview-'));
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
  cpSync(join(root, 'templates', 'audit-pack'), join(folder, 'template'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const attestation = (): string => join(folder, 'data/attestations/2026-Q3/payments.attestation.yaml');

type Running = {
  readonly address: string;
  readonly events: Events;
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly end: () => Promise<number>;
};

/** Starts a preview in this process and listens as a page would. */
const start = async (...words: readonly string[]): Promise<Running> => {
  const out: string[] = [];
  const err: string[] = [];
  const switches = { end: (): void => undefined, started: (): void => undefined };
  const interrupted = new Promise<void>((resolve) => {
    switches.end = resolve;
  });
  const started = new Promise<void>((resolve) => {
    switches.started = resolve;
  });
  const world = { ...(await diskWorld(() => undefined, interrupted)), drawer: () => DRAWER };
  const ended = run(['preview', attestation(), '--json', ...words], async () => world, {
    out: (line) => {
      out.push(line);
      switches.started();
    },
    err: (line) => err.push(line),
    colour: { out: false, err: false },
  });
  await Promise.race([
    started,
    ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${err.join('\n')}`))),
  ]);
  const { address }: { readonly address: string } = JSON.parse(out[0] ?? '');
  const end = (): Promise<number> => {
    switches.end();
    return ended;
  };
  return { address, events: await eventsOf(address), out, err, end };
};

const edit = (path: string, from: string, to: string): void => {
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
};

/** The next thing told for which something holds: a change may be told in two steps. */
const until = async (events: Events, holds: (told: Told) => boolean): Promise<Told> => {
  for (;;) {
    const told = await events.next();
    if (holds(told)) return told;
  }
};

const reportOf = async ({ address }: Running): Promise<string> =>
  (await fetch(new URL('/report', address))).text();

test('a template that changes is rendered anew; a mistake is shown until it is mended, above the report before', async () => {
  const theme = join(folder, 'template', 'theme.css');
  const running = await start('--template', join(folder, 'template'));
  const first = await running.events.next();
  expect(first).toMatchObject({
    state: 'good',
    title: 'Payments Platform, Card checkout, 2026-Q3',
    problems: '',
  });
  const before = await reportOf(running);
  edit(theme, 'body {', 'body { letter-spacing: 3pt;');
  const second = await until(running.events, ({ report }) => report !== first.report);
  expect(second).toMatchObject({ state: 'good', problems: '' });
  expect(await reportOf(running)).toContain('letter-spacing:3pt');
  expect(before).not.toContain('letter-spacing:3pt');
  edit(theme, 'letter-spacing: 3pt', 'float: left');
  const broken = await until(running.events, ({ state }) => state !== 'good');
  expect(broken).toMatchObject({ state: 'stale', report: second.report });
  for (const part of ['theme.css:', 'css-property', 'float', '^^^^^'])
    expect(broken.problems).toContain(part);
  expect(running.err.join('\n')).toContain('[css-property]');
  edit(theme, 'float: left', 'letter-spacing: 3pt');
  expect(await until(running.events, ({ state }) => state === 'good')).toMatchObject({
    problems: '',
    report: second.report,
  });
  await running.events.end();
  expect(await running.end()).toBe(0);
  expect(running.out).toHaveLength(1);
  await expect(fetch(running.address)).rejects.toThrow();
});

test('every input counts: attestation, lock, policy and evidence, written in place or replaced', async () => {
  const running = await start();
  const inputs = join(folder, 'data/attestations/2026-Q3');
  let last = await running.events.next();
  const changed = async (): Promise<Told> => {
    last = await until(running.events, ({ report }) => report !== last.report);
    return last;
  };
  const swap = `${attestation()}~`;
  writeFileSync(swap, readFileSync(attestation(), 'utf8').replace('Payments Platform', 'Paying Platform'));
  renameSync(swap, attestation());
  expect(await changed()).toMatchObject({ title: 'Paying Platform, Card checkout, 2026-Q3' });
  rmSync(join(inputs, 'payments.lock.json'));
  await changed();
  edit(join(folder, 'data/policies/bank.policy.yaml'), 'Northfield Example Bank', 'Southfield Example Bank');
  await changed();
  expect(await reportOf(running)).toContain('Southfield Example Bank');
  writeFileSync(join(inputs, 'evidence', evidenceName(inputs)), 'other');
  await changed();
  edit(attestation(), 'period: 2026-Q3', 'perid: 2026-Q3');
  const broken = await until(running.events, ({ state }) => state === 'stale');
  for (const part of ['payments.attestation.yaml:', 'key-unknown', 'perid'])
    expect(broken.problems).toContain(part);
  await running.events.end();
  await running.end();
});

/** The first evidence file that the attestation names. */
const evidenceName = (inputs: string): string => {
  const named = /file: evidence\/([\w.-]+)/.exec(
    readFileSync(join(inputs, 'payments.attestation.yaml'), 'utf8'),
  );
  return named?.[1] ?? '';
};

test('what is wrong from the beginning stands alone until it is mended', async () => {
  edit(attestation(), 'period: 2026-Q3', 'perid: 2026-Q3');
  const running = await start();
  const broken = await running.events.next();
  expect(broken).toMatchObject({ state: 'broken', report: null });
  edit(attestation(), 'perid: 2026-Q3', 'period: 2026-Q3');
  expect(await until(running.events, ({ state }) => state === 'good')).toMatchObject({ problems: '' });
  await running.events.end();
  await running.end();
});

test.each([
  [['nowhere.yaml'], 'There is no attestation nowhere.yaml.'],
  [['a.yaml', '--port', '0'], '--port 0 is no port.'],
  [['a.yaml', '--port', '65536'], '--port 65536 is no port.'],
  [['a.yaml', '--port', '4750', '-o', 'a.html'], '--port and --out exclude each other.'],
  [['a.yaml', '-o', 'a.yaml'], '--out a.yaml is no name of an HTML file.'],
  [['a.yaml', '--paper', 'a9'], '--paper a9 is no paper we lay out for.'],
])('%j ends at once', async (words, sentence) => {
  const { output, code } = await countersign(['preview', ...words]);
  expect(output.join('\n')).toContain(sentence);
  expect(code).toBe(2);
});

test('--out writes the one file, the same each time', async () => {
  const [one, two] = [join(folder, 'one.html'), join(folder, 'new', 'two.html')];
  for (const out of [one, two])
    expect((await countersign(['preview', attestation(), '-o', out])).code).toBe(0);
  expect(readFileSync(one, 'utf8')).toMatch(/^<!DOCTYPE html>[\s\S]*Card checkout[\s\S]*<\/html>\n$/);
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
});
