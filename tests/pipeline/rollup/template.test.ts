// The portfolio template takes every kind of portfolio: with movement and without, with hostile texts, missing and refused packs.
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../../src/codec/digest.ts';
import { loadTemplate, renderReport, renderWorkbook, type Template } from '../../../src/document/index.ts';
import { readTemplateFolder } from '../../../src/io/template-folder.ts';
import type { Portfolio } from '../../../src/model/portfolio.ts';
import { buildPortfolio, earlierPack } from '../../../src/report/portfolio/index.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { sound, withAnswer } from '../../evaluate/builders.ts';
import { asked, FINAL, factsFor, movementOf, reportFor } from '../../report/portfolio/packs.ts';

const HOSTILE = '</td><script>alert(1)</script>{{x}} =HYPERLINK("http://example.com") \u202e "\'&';

let template: Template;
beforeAll(async () => {
  const folder = fileURLToPath(new URL('../../../templates/portfolio/', import.meta.url));
  template = loadTemplate(await readTemplateFolder(folder), 'en');
});

const full = (): Portfolio => {
  const plain = reportFor('a.one', withAnswer({}), {
    edition: FINAL,
    movement: movementOf(3, [1, 0, 0, 2, 0]),
  });
  const hostile = {
    ...plain,
    team: { ...plain.team, id: 'b', name: HOSTILE },
    system: { ...plain.system, name: HOSTILE },
    organisation: { ...plain.organisation, name: HOSTILE },
    movement: null,
  };
  const gone = factsFor(reportFor('gone.one', withAnswer(sound)));
  return buildPortfolio(
    asked([plain, hostile].map(factsFor), {
      refused: [{ name: HOSTILE, path: '../../x', why: 'member-missing', what: HOSTILE }],
      roster: {
        member: 'inputs/roster.yaml',
        sha256: sha256('r'),
        teams: [{ team: { id: 'late', name: HOSTILE }, system: 'one' }],
      },
      earlier: {
        period: { label: HOSTILE, from: '2026-04-01', to: '2026-06-30' },
        packs: [earlierPack(gone)],
        refused: 1,
      },
      edition: {
        state: 'draft',
        version: null,
        supersedes: { version: 1, manifest: sha256('v1'), reason: HOSTILE },
      },
    }),
  );
};

it('prints everything, and people’s texts as texts', () => {
  const html = writeHtml(renderReport(template, full()));
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('&lt;script&gt;alert(1)');
  expect(html).toContain('href="../../a.one/v1/report.pdf"');
  for (const words of ['Open before', 'late.one', 'gone.one', 'A member that the manifest lists is missing.'])
    expect(html).toContain(words);
});

it('makes a workbook with the totals of every sheet checked', () => {
  const { sheets } = renderWorkbook(template, full());
  const control = sheets.find(({ name }) => name === 'Control');
  const formulas = control?.rows.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? [])) ?? [];
  expect(formulas.filter((formula) => formula.includes('movement')).length).toBeGreaterThan(6);
  const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
  expect(
    texts.filter((value) => value.kind === 'text' && value.text.includes('=HYPERLINK')).length,
  ).toBeGreaterThan(2);
});

it('prints a portfolio with nothing to complain of', () => {
  const quiet = buildPortfolio(asked([factsFor(reportFor('a.one', withAnswer(sound), { edition: FINAL }))]));
  const html = writeHtml(renderReport(template, quiet));
  expect(html).toContain('No pack names a previous one.');
  expect(renderWorkbook(template, quiet).sheets.length).toBeGreaterThan(10);
});
