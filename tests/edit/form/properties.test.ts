// Random edits on both sides of a form, merged: every cell ends as the three-way table says, and nothing lands in another row.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHEETS_BY_KEY } from '../../../src/edit/form/fields.ts';
import { pathOf, recordsOf } from '../../../src/edit/form/records.ts';
import { editYaml } from '../../../src/edit/yaml/edit-yaml.ts';
import type { FormSheetKey } from '../../../src/model/form.ts';
import { randomBase, randomTypes, type TypedEdit } from './random-form.ts';
import { apply, attestationOf, formOf, type Papers, papersOf, told, workbookOf } from './sample.ts';

/** Rows and columns as a person may leave them: shuffled by `order`, with `gone` fields without their column. */
const scattered = (papers: Papers, order: number, gone: ReadonlySet<string>): Papers => {
  for (const key of ['answers', 'exceptions', 'evidence', 'remediations'] as const) {
    const paper = papers[key];
    paper.rows = paper.rows
      .map((row, index) => ({ row, rank: (index * 7919 + order * 104_729) % 1009 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ row }) => row);
    const keep = paper.headers
      .map((header, index) => ({ index, header, rank: (index * 31 + order) % 17 }))
      .filter(({ header }) => !gone.has(`${key}.${header.slice(2)}`))
      .sort((a, b) => a.rank - b.rank);
    paper.headers = keep.map(({ header }) => header);
    paper.rows = paper.rows.map((row) => keep.map(({ index }) => row[index] ?? null));
  }
  return papers;
};

const cellKey = (sheet: FormSheetKey, id: string, field: string): string => `${sheet} ${id} ${field}`;
/** How often each comment of the sample stands in a text. */
const commentsIn = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    ['# top', '# AA-01-C1 (line 3): text', '# checked', '# the whole resource', '# kept', '# who'].map(
      (comment) => [comment, text.split(comment).length - 1],
    ),
  );

/** All values of a file by cell. */
const valuesIn = (text: string): ReadonlyMap<string, string | null> =>
  new Map(
    Object.entries(recordsOf(attestationOf(text))).flatMap(([sheet, records]) =>
      [...records].flatMap(([id, { values }]) =>
        Object.values(SHEETS_BY_KEY).flatMap(({ key, fields }) =>
          key === sheet
            ? fields.map((field) => [cellKey(key, id, field.key), values[field.key] ?? null] as const)
            : [],
        ),
      ),
    ),
  );

const typeAll = (papers: Papers, edits: readonly TypedEdit[]): void => {
  for (const { sheet, id, field, value } of edits) {
    const { headers, rows } = papers[sheet];
    const { keys } = SHEETS_BY_KEY[sheet];
    const row = rows.find((cells) => keys.map((_, index) => cells[index]).join(' @ ') === id);
    const column = headers.indexOf(`h-${field}`);
    if (row !== undefined) row[column] = value;
  }
};

const editAll = (text: string, edits: readonly TypedEdit[]): string =>
  editYaml(
    text,
    edits.map(({ sheet, id, field, value }) => {
      const path = [...pathOf(sheet, id), field];
      if (value === null) return { kind: 'remove', path };
      return { kind: 'set', path, value: field === 'evidence' ? value.split(' | ') : value };
    }),
  );

test('a merge loses nothing and mixes nothing up', () => {
  fc.assert(
    fc.property(
      randomBase(),
      randomTypes(true),
      randomTypes(),
      fc.nat(1000),
      fc.subarray(['answers.owner', 'answers.statement', 'evidence.title', 'exceptions.reason']),
      (base, onForm, onFile, order, without) => {
        const data = formOf(base);
        const gone = new Set(without);
        const papers = papersOf(data);
        typeAll(papers, onForm);
        const now = editAll(base, onFile);
        const applied = apply(workbookOf(data, scattered(papers, order, gone)), now);
        const [before, file, after] = [valuesIn(base), valuesIn(now), valuesIn(applied.text ?? now)];
        const formed = new Map(before);
        for (const { sheet, id, field, value } of onForm) formed.set(cellKey(sheet, id, field), value);
        for (const one of applied.verdicts) {
          const key = cellKey(one.sheet, one.id, one.field ?? '');
          const [b, f, n] = [before.get(key) ?? null, formed.get(key) ?? null, file.get(key) ?? null];
          expect([one.base, one.form, one.file]).toEqual([b, f, n]);
          const kind = f === b || f === n ? 'unchanged' : n === b ? 'applied' : 'conflict';
          if (one.kind !== 'rejected') expect(`${key} ${one.kind}`).toBe(`${key} ${kind}`);
          else expect(kind).not.toBe('unchanged');
          expect([key, after.get(key) ?? null]).toEqual([key, one.kind === 'applied' ? f : n]);
        }
        // What no verdict speaks of is as it was in the file.
        const spoken = new Set(
          applied.verdicts.map(({ sheet, id, field }) => cellKey(sheet, id, field ?? '')),
        );
        for (const [key, value] of after)
          if (!spoken.has(key)) expect([key, value]).toEqual([key, file.get(key) ?? null]);
        for (const key of file.keys()) expect(after.has(key)).toBe(true);
        for (const one of applied.verdicts) expect(gone.has(`${one.sheet}.${one.field}`)).toBe(false);
        // A comment on the line of a key goes with the key, and with nothing else.
        const emptied = applied.verdicts.some(
          ({ kind, id, field, form }) =>
            kind === 'applied' && id === 'svc/AA-01-C1' && field === 'status' && form === null,
        );
        const kept = emptied ? { ...commentsIn(now), '# checked': 0 } : commentsIn(now);
        expect(commentsIn(applied.text ?? now)).toEqual(kept);
        // A row is taken whole or not at all.
        const refused = new Set(
          applied.verdicts.flatMap(({ kind, sheet, id }) => (kind === 'rejected' ? [`${sheet} ${id}`] : [])),
        );
        for (const one of applied.verdicts)
          if (one.kind === 'applied') expect(refused.has(`${one.sheet} ${one.id}`)).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

test('applying the same form twice changes nothing the second time', () => {
  fc.assert(
    fc.property(randomBase(), randomTypes(true), (base, onForm) => {
      const papers = papersOf(formOf(base));
      typeAll(papers, onForm);
      const workbook = workbookOf(formOf(base), papers);
      const once = apply(workbook, base);
      const twice = apply(workbook, once.text ?? base);
      expect(twice.text).toBeNull();
      expect(told(twice).filter((line) => !line.startsWith('rejected'))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
