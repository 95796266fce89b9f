// The day of a page, wherever its provider says it.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import type { ImportOptions } from '../../src/read/page-model.ts';
import { fileOf, fixture, namesFrom, told } from './support.ts';

const options = {
  ...{ id: null, names: namesFrom(fixture('lantern.names.yaml')), previous: null },
  readOn: '2026-11-29',
};
const DUTIES = '\n\n| Task | Nimbus | Customer |\n|---|---|---|\n| Lamps | Buy lamps. | Light lamps. |\n';
const read = (text: string, more: Partial<ImportOptions> = {}) =>
  importPage(fileOf(text, 'lantern.md'), { ...options, ...more });
const dayOf = (text: string, more: Partial<ImportOptions> = {}): string | undefined =>
  read(text, more).value?.revision;
const front = (...lines: readonly string[]): string =>
  `---\n${lines.join('\n')}\n---\n\n# Lantern\n\n## Light${DUTIES}`;
const said = (line: string): string => `# Lantern\n\n${line}\n\n## Light${DUTIES}`;

describe('the day of a page', () => {
  it.each([
    'lastupdated: "2026-03-31"',
    'lastupdated: 2026-3-31 # of the text',
    'last_updated: 2026-03-31T09:00:00Z',
    'updated: 31 March 2026',
    'ms.date: 03/31/2026',
    'last_update:\n  date: 3/31/2026',
    'date: 2026-03-31',
  ])('stands in front matter as %s', (line) => expect(dayOf(front(line))).toBe('2026-03-31'));

  it.each([
    '_Last updated: 2026-03-31_',
    'Last updated on March 31, 2026',
    'This page was last modified on 31st Mar 2026.',
    '**Updated** 31/03/2026',
    'Revision date: 2026/03/31',
  ])('is said in a line like %s', (line) => expect(dayOf(said(line))).toBe('2026-03-31'));

  it.each([
    'Last updated: 3/4/2026',
    'Last updated: 2026-02-30',
    'Last updated by the team of 2026-03-31',
    'Updated lamps arrive on 2026-03-31',
    'We updated it on 2026-03-31.',
  ])('is not read out of %s', (line) => expect(dayOf(said(line))).toBe('2026-11-29'));

  it('stands in the head of an HTML page, or where the page shows it', () => {
    const page = (head: string, foot: string): string =>
      `<html><head>${head}</head><body><h1>Lantern</h1><h2>Light</h2><table><tr><th>Task</th><th>Nimbus</th><th>Customer</th></tr><tr><td>Lamps</td><td>Buy.</td><td>Light.</td></tr></table>${foot}</body></html>`;
    expect(dayOf(page('<meta property="article:modified_time" content="2026-03-31T01:02:03Z">', ''))).toBe(
      '2026-03-31',
    );
    expect(dayOf(page('', '<time datetime="2026-03-31" itemprop="dateModified">in March</time>'))).toBe(
      '2026-03-31',
    );
  });

  it('is an attribute of an AsciiDoc page', () => {
    const page =
      '= Lantern\n:revdate: 2026-03-31\n\n== Light\n\n|===\n|Task |Nimbus |Customer\n\n|Lamps |Buy. |Light.\n|===\n';
    expect(dayOf(page)).toBe('2026-03-31');
  });

  it('is the one of the last change, then the one given, then another one', () => {
    const both = front('date: 2020-01-01', 'lastupdated: 2026-03-31');
    expect(dayOf(both, { revision: '2021-01-01' })).toBe('2026-03-31');
    expect(dayOf(front('date: 2020-01-01'), { revision: '2021-01-01' })).toBe('2021-01-01');
    expect(dayOf(said('Last updated: 2020-01-01'), { revision: '2021-01-01' })).toBe('2021-01-01');
  });

  it('is the day of the import where nobody says it, with a warning', () => {
    const { value, diagnostics } = read(said('Light.'));
    expect(value?.revision).toBe('2026-11-29');
    expect(told(diagnostics)).toEqual(['page-undated']);
    expect(told(read(front('lastupdated: 2026-03-31')).diagnostics)).toEqual([]);
  });

  it('stays when the same file is read on another day', () => {
    const first = read(said('Light.')).value;
    const later = { previous: first, readOn: '2027-01-01' };
    expect(read(said('Light.'), later)).toMatchObject({ value: first, diagnostics: [] });
    expect(dayOf(said('Lights.'), later)).toBe('2027-01-01');
  });
});
