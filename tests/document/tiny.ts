// A tiny template for these tests, with any file replaced, and a report that holds just what it looks at.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadTemplate, renderReport, renderWorkbook, type TemplateFiles } from '../../src/document/index.ts';
import type { Body, Document, DocumentNode, ElementNode } from '../../src/model/document.ts';
import type { Report } from '../../src/model/report.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { type Diagnostic, Failure } from '../../src/problem.ts';

const ROOT = fileURLToPath(new URL('fixtures/tiny/', import.meta.url));
const NAMES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));

export type Texts = Readonly<Record<string, string>>;

/** The tiny template with files replaced or added. */
export const tiny = (texts: Texts = {}): TemplateFiles => {
  const files = new Map<string, Uint8Array>(NAMES.map((name) => [name, readFileSync(ROOT + name)]));
  for (const [name, text] of Object.entries(texts)) files.set(name, new TextEncoder().encode(text));
  return { id: 'tiny', files: Object.fromEntries(files) };
};

export const sample = (more: object = {}): Report =>
  JSON.parse(
    JSON.stringify({
      'pack-id': `sha256:${'ab'.repeat(32)}`,
      'as-of': '2026-10-09',
      maker: { tool: { name: 'Countersign', version: '1.2.3' }, template: { paper: 'a4' } },
      team: { name: 'Payments' },
      absent: null,
      items: [
        { id: 'a/1', title: 'First', result: 'supported', n: 1 },
        { id: 'b', title: 'Second', result: 'unsupported', n: 2 },
      ],
      ...more,
    }),
  );

export const page = (body: string): string =>
  `<html lang="en"><head><title>T</title></head><body>${body}</body></html>`;

export const documentOf = (texts: Texts, more: object = {}): Document =>
  renderReport(loadTemplate(tiny(texts), 'en'), sample(more));
export const workbookOf = (texts: Texts, more: object = {}): Workbook =>
  renderWorkbook(loadTemplate(tiny(texts), 'en'), sample(more));

/** The diagnostics that an act is refused with; a failure of another kind, or none, is an error of the test. */
export const refused = (act: () => unknown): readonly Diagnostic[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure && error.code === 'template-invalid') return error.diagnostics;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

/** `file:line:column code` of each, the shape that these tests expect. */
export const places = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ file, place, code }) => `${file}:${place?.line ?? '-'}:${place?.column ?? '-'} ${code}`);

/** What rendering this body is refused with, the body standing on line 2 from column 1. */
export const bodyFaults = (body: string, texts: Texts = {}, more: object = {}): readonly string[] =>
  places(
    refused(() =>
      documentOf(
        {
          'report.hbs': `<html lang="en"><head><title>T</title></head><body>\n${body}\n</body></html>`,
          ...texts,
        },
        more,
      ),
    ),
  );

export const textOf = (node: DocumentNode | Body): string => {
  if (node.kind === 'text') return node.text;
  return node.kind === 'element' ? [...node.children].map(textOf).join('') : '';
};

/** All elements below a node, in document order. */
export const elements = (node: DocumentNode | Body): readonly ElementNode[] => {
  if (node.kind !== 'element') return [];
  const children = [...node.children];
  return [{ ...node, children }, ...children.flatMap(elements)];
};

export const first = (document: Document, tag: string): ElementNode => {
  const found = elements(document.body).find((element) => element.tag === tag);
  if (found === undefined) throw new Error(`There is no <${tag}>.`);
  return found;
};

/** What a body renders to, as text, with runs of white space as one space. */
export const rendered = (body: string, more: object = {}): string =>
  textOf(documentOf({ 'report.hbs': page(body) }, more).body)
    .replace(/\s+/g, ' ')
    .trim();
