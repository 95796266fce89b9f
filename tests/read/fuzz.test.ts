// No input makes a reader throw, and every diagnostic has a place inside the file.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/problem.ts';
import * as readers from '../../src/read/index.ts';
import { fixture, namesFrom } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const READERS = {
  attestation: readers.readAttestation,
  model: readers.readModel,
  policy: readers.readPolicy,
  assurance: readers.readAssurance,
  names: readers.readNames,
  lock: readers.readLock,
  facts: readers.readFacts,
  report: readers.readReport,
  manifest: readers.readManifest,
  page: (file: readers.SourceFile) => readers.importPage(file, { id: null, names, previous: null }),
};

/** JSON keeps a byte-order mark, which is no JSON; all else reads over it. */
const withoutMark = (line: string): string => line.replace(/^\ufeff+/, '');

const insideFile = (lines: readonly string[], { place, excerpt }: Diagnostic): void => {
  if (place === null) return;
  const line = lines[place.line - 1];
  expect(line).toBeDefined();
  expect(place.column).toBeGreaterThanOrEqual(1);
  expect(place.column + place.length - 1).toBeLessThanOrEqual(Math.max(1, (line ?? '').length + 1));
  expect(withoutMark(line ?? '').startsWith(withoutMark(excerpt ?? ''))).toBe(true);
};

const holds = (bytes: Uint8Array): void => {
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(/\r\n|\r|\n/);
  for (const read of Object.values(READERS)) {
    const { value, diagnostics } = read({ name: 'f', bytes });
    expect(value === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    for (const one of diagnostics) insideFile(lines, one);
  }
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const attestation = new TextDecoder().decode(fixture('team.attestation.yaml').bytes);
const page = new TextDecoder().decode(fixture('lantern.md').bytes);

/** Pieces of which files of ours are made, and what breaks them. */
const piece = fc.constantFrom(
  ...[
    'format: countersign/attestation@1\n',
    'duties:',
    ' ',
    '  ',
    '\n',
    '\t',
    '- ',
    '? ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '&a ',
    '*a',
    '!t ',
    '"',
    "'",
    '#',
    ' #x',
    '|',
    '>-\n',
  ],
  ...[
    '<<: ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '__proto__: ',
    '\\u0000',
    '\r',
    '\u2028',
    '\ufeff',
    'IOM-01-C1',
    '"format":',
    '"countersign/lock@1"',
    '"a":1',
    'null',
  ],
  ...[
    '# T\n',
    '| Task | Nimbus | You |\n',
    '|---|---|---|\n',
    '| a ',
    '\\n',
    '{: #x}\n',
    '{{site.data.keyword.a_b}}',
    '<ul><li>',
    '<!--',
    '-->',
    '```\n',
    '](',
    '![',
    '**',
    '_',
    '&#0;',
    '&amp;',
    '<a ',
  ],
  ...[
    '## Care\n',
    '## You\n',
    '**You**\n',
    'Nimbus is responsible for:\n',
    '  - ',
    '- **Nimbus:** a\n',
    '* T - You are responsible; Nimbus is.\n',
  ],
);

describe('whatever the bytes', () => {
  it('raw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), holds), { numRuns: 100 });
  });

  it('made of pieces', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((parts) => encode(parts.join(''))),
        holds,
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an attestation', attestation],
    ['a page', page],
  ])('%s with a piece put in, cut out or turned over', (_, text) => {
    const edit = fc.tuple(fc.nat(text.length), fc.nat(12), piece);
    const broken = fc
      .array(edit, { minLength: 1, maxLength: 4 })
      .map((edits) =>
        edits.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), text),
      );
    fc.assert(fc.property(broken.map(encode), holds), { numRuns: 100 });
  });
});

describe('pages that are all of one thing', () => {
  const head = '---\nlastupdated: "2026-03-31"\n---\n# T\n| Task | Nimbus | You |\n|---|---|---|\n';
  it.each([
    ['pipes', `${head}${'|'.repeat(2_000_000)}`],
    ['rows of pipes', `${head}${'||||||\n'.repeat(20_000)}`],
    ['brackets', `${head}| a | ${'['.repeat(300_000)} | ${'[a]('.repeat(100_000)} |`],
    ['stars', `${head}| a | ${'*'.repeat(300_000)} | ${'* a'.repeat(100_000)} |`],
    ['tags', `${head}| a | ${'<a '.repeat(100_000)} | ${'<li>'.repeat(900)} |`],
    ['comments', `${head}${'<!--'.repeat(300_000)}`],
    ['fences', '```\n'.repeat(300_000)],
    ['underscores', `${head}| a | ${'_a'.repeat(100_000)} | ${'. '.repeat(200_000)}x |`],
    ['keys', `${head}| a | ${'{{site.data.keyword.'.repeat(50_000)} | ${'{{'.repeat(100_000)} |`],
    ['line marks', `${head}| a | ${' \\n'.repeat(100_000)} | ${' '.repeat(300_000)} |`],
    ['digits', `${head}| a | ${'&#'.repeat(200_000)} | ${'&#x1'.repeat(100_000)} |`],
    ['anchors', `# T {#${'a'.repeat(2_000_000)}\n${head}`],
    [
      'clauses',
      `${head}| a | Nimbus${', you'.repeat(100_000)} | ${'x'.repeat(300_000)}${', you'.repeat(100_000)} |`,
    ],
    ['sentences', `${head}| a | ${'You are. '.repeat(50_000)} | ${'None. '.repeat(50_000)} |`],
    ['hashes', `${'# '.repeat(200_000)}\n${'#'.repeat(200_000)}`],
  ])('%s', (_, text) => {
    holds(encode(text));
  });
});
