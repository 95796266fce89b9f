// From a provider's edit to a re-confirmed attestation: an invented service, whose page changes in every way that pages change.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readXlsx } from '../../src/codec/xlsx/index.ts';
import { countersign, inFolder } from '../cli/transcript.ts';

const HOME = fileURLToPath(new URL('lantern', import.meta.url));
const NEW = '--model nimbus-lantern@2026-09-14';
const FILE = 'harbour.attestation.yaml';
const LOCK = 'harbour.lock.json';

const run = async (words: string, ...codes: readonly number[]): Promise<string> => {
  const { output, code } = await countersign(words.split(' '));
  expect(codes, output.join('\n')).toContain(code);
  return output.join('\n');
};
const json = async (words: string, ...codes: readonly number[]) =>
  JSON.parse(await run(`${words} --json`, ...codes));
const text = (path: string): string => readFileSync(path, 'utf8');
const both = (): readonly string[] => [text(FILE), text(LOCK)];

const inHarbour = (work: () => Promise<void>): Promise<void> =>
  inFolder(async () => {
    cpSync(join(HOME, 'models'), 'models', { recursive: true });
    cpSync(join(HOME, FILE), FILE);
    await run(`lock ${FILE}`, 0);
    await work();
  });

const reportOf = (pack: string) => JSON.parse(text(join(pack, 'report.json')));
const changed = (pack: string) => reportOf(pack).services[0].changes;
const build = async (): Promise<string> => (await json(`build ${FILE}`, 0, 1))[0].pack;

type Told = { readonly id: string; readonly change: string; readonly effect: string | null };

test('moves an attestation, and changes nothing but what the page changed', () =>
  inHarbour(async () => {
    const before = both();
    const dry = await json(`update ${FILE} ${NEW} --dry-run`, 0);
    expect(both()).toEqual(before);
    const told = await json(`update ${FILE} ${NEW}`, 0);
    expect(told).toEqual({ ...dry, written: true });
    expect(told.counts).toEqual({
      ...{ unchanged: 4, editorial: 1, 're-opened': 1, reworded: 0, opened: 4, dropped: 2, scopes: 1 },
    });
    expect(text(FILE)).toBe(text(join(HOME, 'harbour.updated.attestation.yaml')));
    const after = both();
    expect((await json(`update ${FILE} ${NEW}`, 0)).outcome).toBe('up-to-date');
    expect(both()).toEqual(after);
    expect(await run(`update ${FILE} --model nimbus-lantern@2026-03-02`, 2)).toContain('a later revision');
  }));

test('tells in the pack what changed with its effect, until somebody has answered again', () =>
  inHarbour(async () => {
    expect(changed(await build())).toBeNull();
    await run(`update ${FILE} ${NEW}`, 0);
    const pack = await build();
    const changes = changed(pack);
    const sentences = reportOf(pack).findings.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences).toContain(
      'SEC-01-C2 is new in nimbus-lantern at revision 2026-09-14; SEC-01 was answered as a whole before it was there.',
    );
    expect(changes.before.revision).toBe('2026-03-02');
    expect(changes.effects).toEqual({
      ...{ attested: 4, 're-opened': 1, 'answered-again': 0, opened: 4, answered: 0 },
      ...{ 'not-answered': 1, dropped: 2 },
    });
    const effects = (of: string) =>
      changed(of).duties.map(({ id, change, effect }: Told) => [id.split('/')[1], change, effect]);
    expect(effects(pack)).toEqual([
      ['OPS-01-P2', 'reworded', null],
      ['OPS-01-C2', 'editorial', 'attested'],
      ['OPS-01-C3', 'reworded', 're-opened'],
      ['OPS-01-C4', 'added', 'opened'],
      ['OPS-02-C1', 'removed', 'dropped'],
      ['OPS-03-P2', 'moved', 'dropped'],
      ['SEC-01-C2', 'moved', 'opened'],
      ['SEC-02-P1', 'added', null],
      ['SEC-02-C1', 'added', 'opened'],
      ['SEC-02-C2', 'added', 'opened'],
    ]);
    expect(text(join(pack, 'inputs/previous-models/nimbus-lantern.model.yaml'))).toContain('2026-03-02');
    await run(`verify ${pack}`, 0);

    const answer = 'OPS-01-C4: { status: not-applicable, owner: keeper, reason: None are dark. }';
    const blank = /OPS-01-C4:\n(?: {6}.*\n){4}/;
    writeFileSync(FILE, text(FILE).replace(blank, `${answer}\n`));
    expect(await run(`lock ${FILE}`, 2)).toContain('OPS-01-C3');
    await run(`lock ${FILE} --replace`, 0);
    const again = await build();
    expect(effects(again).filter(([, , effect]: string[]) => effect !== 'dropped')).toEqual([
      ['OPS-01-P2', 'reworded', null],
      ['OPS-01-C2', 'editorial', 'attested'],
      ['OPS-01-C3', 'reworded', 'answered-again'],
      ['OPS-01-C4', 'added', 'answered'],
      ['SEC-01-C2', 'moved', 'answered'],
      ['SEC-02-P1', 'added', null],
      ['SEC-02-C1', 'added', 'opened'],
      ['SEC-02-C2', 'added', 'opened'],
    ]);
    await run(`verify ${again}`, 0);
  }));

test('says so where the earlier model is not at hand', () =>
  inHarbour(async () => {
    const earlier = 'models/nimbus-lantern-2026-03-02.model.yaml';
    rmSync(earlier);
    expect(await run(`update ${FILE} ${NEW}`, 2)).toContain('is not at hand');
    cpSync(join(HOME, earlier), earlier);
    await run(`update ${FILE} ${NEW}`, 0);
    rmSync(earlier);
    const built = await run(`build ${FILE}`, 0, 1);
    expect(built).toContain('of revision 2026-03-02 is not at hand');
    const changes = changed('out/2026-Q3/harbour.coast/draft');
    expect([changes.before.sha256, changes.counts, changes.duties]).toEqual([null, null, []]);
    await run('verify out/2026-Q3/harbour.coast/draft', 0);
  }));

test('status and form say which duties are re-opened and which are new', () =>
  inHarbour(async () => {
    await run(`update ${FILE} ${NEW}`, 0);
    const status = await run(`status ${FILE} --all`, 0, 1);
    expect(status).toContain('re-opened since 2026-09-14  OPS-01-C3');
    expect(status).toContain('not answered since 2026-09-14  OPS-01-C4');
    expect(status).toMatch(/not answered {2}OPS-03-C2/);
    await run(`form make ${FILE} -o form.xlsx`, 0);
    const form = readXlsx(readFileSync('form.xlsx'), 'form.xlsx');
    const said = JSON.stringify(form, (_, value) => (value instanceof Map ? [...value] : value));
    expect(said).toContain('Before: \\"Check once a year that every beacon is seen from the sea.\\"');
    expect(said.match(/New on the provider's page/g)).toHaveLength(4);
  }));

test('refuses a model that was imported apart, a service that is not listed, and no model at all', () =>
  inHarbour(async () => {
    const path = 'models/nimbus-lantern-2026-09-14.model.yaml';
    const apart = text(path).replace(
      /([A-Z]+-\d+-[PC])(\d)\b/g,
      (_, head, number) => `${head}${Number(number) + 4}`,
    );
    writeFileSync('apart.model.yaml', apart.replace(/retired:[\s\S]*/, ''));
    const before = both();
    expect(await run(`update ${FILE} --model apart.model.yaml`, 2)).toContain('imported apart');
    expect(await run(`update ${FILE} --model ibm-code-engine`, 2)).toContain(
      'lists no model ibm-code-engine',
    );
    expect(await run(`update ${FILE}`, 2)).toContain('needs --model');
    expect(both()).toEqual(before);
  }));
