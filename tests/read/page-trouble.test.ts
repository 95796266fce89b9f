// Pages that are wrong as a whole, and pages in other markup than Markdown that are not.
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, namesFrom, told } from './support.ts';

const options = { id: null, names: namesFrom(fixture('lantern.names.yaml')), previous: null };
const texts = (model: Model) =>
  model.areas.flatMap(({ resources }) =>
    resources.flatMap((one) => [...one.provider, ...one.customer].map(({ id, text }) => `${id} ${text}`)),
  );

describe('a file that is no page of duties by itself', () => {
  const first = (text: string) => importPage(fileOf(text, 'page.md'), options).diagnostics[0];

  it('an HTML error page is told by its title', () => {
    const found = first(
      '<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body><p>Sorry</p></body></html>',
    );
    expect(found?.code).toBe('page-no-duties');
    expect(found?.sentence).toContain('HTML page with the title `404 Not Found`');
  });

  it('a page that takes in very many others has a thousand warnings, and one that counts the rest', () => {
    const { diagnostics } = importPage(fileOf(`= T\n\n${'include::a.adoc[]\n'.repeat(1234)}`), options);
    const warnings = diagnostics.filter(({ code }) => code === 'page-row-skipped');
    expect(warnings.length).toBe(1001);
    expect(warnings.at(-1)?.sentence).toContain('at 234 more places');
    expect(warnings.at(-1)?.place?.line).toBe(1003);
  });

  it('a page that takes in others names one, and each place is a warning', () => {
    const text = '= T\n\ninclude::a.adoc[]\n\ninclude::b.adoc[]\n';
    expect(first(text)?.sentence).toContain('`a.adoc`');
    expect(told(importPage(fileOf(text), { ...options, revision: '2026-01-01' }).diagnostics)).toEqual([
      'page-no-duties',
      'page-row-skipped 3:1',
      'page-row-skipped 5:1',
    ]);
  });

  it('an AsciiDoc page and an HTML page give the same duties as Markdown', () => {
    const adoc =
      '= {lantern}\n\n== Lamp care\n\n[options="header"]\n|===\n|Task |Nimbus |You\n\n|Oil\n|* Buy.\n* Fill.\n|Light.\n|===\n';
    const html =
      '<html><body><h1>Lantern</h1><h2>Lamp care</h2><table><tr><th>Task<th>Nimbus<th>You<tr><td>Oil<td><ul><li>Buy.<li>Fill.</ul><td>Light.</table>';
    for (const text of [adoc, html]) {
      const { value } = importPage(fileOf(text), { ...options, revision: '2026-01-01' });
      expect(value && texts(value)).toEqual(['LC-01-P1 Buy.', 'LC-01-P2 Fill.', 'LC-01-C1 Light.']);
    }
  });
  it.each([
    ['lines', '\na'.repeat(1_000_001)],
    ['one text', `${'a '.repeat(500_001)}`],
    ['cells', `<table>${'<tr><td>a'.repeat(1_000_001)}`],
  ])('is refused as a whole for its %s', (_, text) => {
    const { value, diagnostics } = importPage(fileOf(text, 'page.md'), options);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['file-too-large']);
  });
});
