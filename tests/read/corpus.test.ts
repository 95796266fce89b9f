// Real pages, read from the folder that COUNTERSIGN_CORPUS names; nothing of them is kept here. Without it the tests say so and are skipped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import { readable } from '../../src/read/duty-text.ts';
import { importPage, readModel } from '../../src/read/index.ts';
import { plainText } from '../../src/read/page/markup.ts';
import { corpus, namesFrom, told } from './support.ts';

const here = (path: string) => ({
  name: path,
  bytes: readFileSync(new URL(`../../${path}`, import.meta.url)),
});
const real = (name: string) => ({ name, bytes: readFileSync(join(corpus ?? '', name)) });
const names = namesFrom(here('data/names/ibm.names.yaml'));

const read = (name: string, previous: Model | null = null): Model => {
  const { value, diagnostics } = importPage(real(`${name}.md`), { id: null, names, previous });
  if (value === null) throw new Error(told(diagnostics).join());
  return value;
};

const shown = (raw: string): string => readable(plainText(raw), names);

type Rows = readonly {
  readonly task: string;
  readonly provider: number | string[];
  readonly customer: number | string[];
  readonly line?: number;
}[];
type Truth = readonly { readonly area_id: string; readonly area_title: string; readonly rows: Rows }[];
const truth = (name: string): Truth => {
  const data = JSON.parse(readFileSync(join(corpus ?? '', 'truth', `${name}.json`), 'utf8'));
  return Array.isArray(data) ? data : data.areas;
};
const count = (side: number | string[]): number => (typeof side === 'number' ? side : side.length);

const edges = (one: Pick<Model, 'delegates'>) => one.delegates.map(({ to, line }) => `${to} ${line}`);
const skeleton = (model: Model) => ({
  id: model.id,
  title: model.title,
  revision: model.revision,
  sha256: model.source.sha256,
  delegates: edges(model),
  areas: model.areas.map((area) => ({
    head: [
      area.code,
      area.anchor,
      area.title,
      area.line,
      area.allocation,
      area.scope?.line,
      area.scope?.digest,
    ],
    parts: Object.keys(area.scope ?? {}).sort(),
    delegates: edges(area),
    resources: area.resources.map((one) => ({
      head: [one.code, one.title, one.line, one.allocation],
      delegates: edges(one),
      duties: [...one.provider, ...one.customer].map(({ id, line, digest }) => [id, line, digest]),
    })),
  })),
});
const duties = (model: Model) =>
  model.areas.flatMap(({ resources }) => resources.flatMap((one) => [...one.provider, ...one.customer]));

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const runs = (text: string, length: number): readonly string[] => {
  const all = words(text);
  return all
    .slice(0, Math.max(0, all.length - length + 1))
    .map((_, index) => all.slice(index, index + length).join(' '));
};

describe.skipIf(corpus === null)('real pages (skipped unless COUNTERSIGN_CORPUS names their folder)', () => {
  it.each(['ibm-code-engine-2025-12-02', 'apiconnect', 'event-notifications', 'openshift'])(
    '%s has the duties that were counted by hand',
    (name) => {
      const model = read(name);
      expect(
        model.areas.map(({ anchor, title, resources }) => [
          anchor,
          title,
          ...resources.map((one) => [one.title, one.provider.length, one.customer.length]),
        ]),
      ).toEqual(
        truth(name).map(({ area_id, area_title, rows }) => [
          area_id,
          shown(area_title),
          ...rows.map((row) => [shown(row.task), count(row.provider), count(row.customer)]),
        ]),
      );
    },
  );

  it('a page of HTML tables has the duties that were counted by eye', () => {
    expect(
      read('mass-data-migration.excerpt').areas.map(({ anchor, resources }) => [
        anchor,
        ...resources.map((one) => [one.title, one.provider.length, one.customer.length]),
      ]),
    ).toEqual([
      ['incident-and-ops', ['Transfer of Data', 2, 5]],
      ['security-compliance', ['Encryption', 2, 1]],
      ['disaster-recovery', ['Backups', 0, 1]],
    ]);
  });

  it('gives the lines that were noted by hand', () => {
    const lines = truth('ibm-code-engine-2025-12-02').flatMap(({ rows }) => rows.map(({ line }) => line));
    expect(
      read('ibm-code-engine-2025-12-02').areas.flatMap(({ resources }) => resources.map(({ line }) => line)),
    ).toEqual(lines);
  });

  it('the bundled model is the page: ids, lines, digests and delegations', () => {
    const bundled = readModel(here('data/models/ibm-code-engine.model.yaml')).value;
    expect(bundled && skeleton(bundled)).toEqual(skeleton(read('ibm-code-engine-2025-12-02')));
  });

  it('the bundled model shares no run of six words with the page, whether its names are resolved or not', () => {
    const page = new TextDecoder().decode(real('ibm-code-engine-2025-12-02.md').bytes);
    const lines = page.split('\n').flatMap((line) => line.split(/\\n|\|/));
    const theirs = new Set(lines.flatMap((line) => [...runs(line, 6), ...runs(shown(line), 6)]));
    const ours = new TextDecoder().decode(here('data/models/ibm-code-engine.model.yaml').bytes);
    expect(theirs.size).toBeGreaterThan(500);
    const shared = runs(ours.replace(/^ *(?:- )?[a-z]+:/gm, ' '), 6).filter((run) => theirs.has(run));
    expect(shared).toEqual([]);
  });

  it('a rewrite of the markup of every cell changes no digest', () => {
    const [before, after] = [read('ibm-code-engine-2021-09-16'), read('ibm-code-engine-2021-10-01')];
    expect(duties(after).map(({ digest }) => digest)).toEqual(duties(before).map(({ digest }) => digest));
    expect(after.areas.map(({ scope }) => scope?.digest)).toEqual(
      before.areas.map(({ scope }) => scope?.digest),
    );
    expect(duties(after)).toHaveLength(37);
  });

  it('eleven duties and one scope are new in the last revision, and all ids before are kept', () => {
    const before = read('ibm-code-engine-2025-06-11');
    const after = read('ibm-code-engine-2025-12-02', before);
    const old = new Map(duties(before).map(({ id, digest }) => [id, digest]));
    expect(old.size).toBe(38);
    expect(duties(after).filter(({ id, digest }) => old.get(id) === digest)).toHaveLength(38);
    expect(
      duties(after)
        .filter(({ id }) => !old.has(id))
        .map(({ id }) => id.slice(0, 6)),
    ).toEqual(Array(11).fill('SRC-03'));
    expect(
      after.areas
        .filter(({ scope }, index) => scope?.digest !== before.areas[index]?.scope?.digest)
        .map(({ code }) => code),
    ).toEqual(['SRC']);
    expect(after.retired).toEqual([]);
  });

  it('cloud-object-storage has the duties that were counted by hand, a resource for each area', () => {
    expect(
      read('cloud-object-storage').areas.map(({ anchor, title, resources }) => [
        anchor,
        title,
        ...resources.map((one) => [one.title, one.provider.length, one.customer.length]),
      ]),
    ).toEqual(
      truth('cloud-object-storage').map(({ area_id, area_title, rows }) => [
        area_id,
        area_title,
        ...rows.map((row) => [area_title, count(row.provider), count(row.customer)]),
      ]),
    );
  });

  it('monitoring gives its areas in notes', () => {
    expect(read('monitoring').areas.map(({ scope }) => Object.keys(scope ?? {}).join(' '))).toEqual([
      'line shared customer digest',
      'line shared customer digest',
      'line provider customer digest',
      'line provider customer digest',
      'line provider digest',
    ]);
  });

  // Read by eye: line 157 says `None` to the customer, and that the provider answers for it.
  it('key-protect leaves out what the provider never touches, and what the customer is spared', () => {
    const { value, report } = importPage(real('key-protect.md'), { id: null, names, previous: null });
    expect(report?.leftOut.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '137 negative',
      '138 negative',
      '139 negative',
      '140 negative',
      '157 negative',
    ]);
    const spared = value?.areas.flatMap(({ resources }) => resources).find(({ line }) => line === 157);
    expect([spared?.provider.length, spared?.customer.length]).toEqual([1, 0]);
  });

  it('planning-analytics is said to point elsewhere', () => {
    const { diagnostics } = importPage(real('planning-analytics.md'), { id: null, names, previous: null });
    expect(diagnostics[0]?.sentence).toContain('it only points to');
  });

  it.each(['planning-analytics'])('%s, in a dialect that is not read, is said to hold no duty', (name) => {
    const { value, diagnostics } = importPage(real(`${name}.md`), { id: null, names, previous: null });
    expect(value).toBeNull();
    expect(diagnostics[0]?.code).toBe('page-no-duties');
  });
});
