// Forms as files: made with the template that comes with the program, filled in by another program, and merged back; and files
// that are no form, or not any more.
import exceljs from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TemplateFiles } from '../../src/document/files.ts';
import { readTemplateFolder } from '../../src/io/template-folder.ts';
import { type FormOutcome, formFrom, type MadeForm, mergeFormFile } from '../../src/pipeline/form.ts';
import { gatherForm } from '../../src/pipeline/form-inputs.ts';
import type { Shelf } from '../../src/pipeline/shelf.ts';
import { Failure } from '../../src/problem.ts';
import { ATTESTATION, modelText, told } from '../edit/form/sample.ts';
import { memoryShelf } from './memory-shelf.ts';
import { POLICY } from './sample-files.ts';

const PATH = 'q3/pay.attestation.yaml';
/** Lines, spaces and signs that a sheet must give back as they are. */
const HARD = ATTESTATION.replace('title: A ticket', 'title: "=1+1 a  b\\n\\n  c\\td \\u2028"').replace(
  'period: 2026-Q3',
  'period: 2026-Q3\nprevious: ../q2/pay.attestation.yaml',
);
const BEFORE = ATTESTATION.replace('2026-Q3', '2026-Q2').replace(
  'AA-01-C2:\n',
  'AA-01-C2: { status: partial, owner: sre, statement: Half of it. }\n',
);
const FILES = {
  'bundled/svc.model.yaml': modelText(),
  'bundled/default.policy.yaml': POLICY,
  [PATH]: HARD,
  'q2/pay.attestation.yaml': BEFORE,
};
const shelfWith = (form: Uint8Array, files: Readonly<Record<string, string>> = FILES): Shelf => {
  const shelf = memoryShelf(files);
  return {
    ...shelf,
    read: async (path) => (path === 'form.xlsx' ? { name: path, bytes: form } : shelf.read(path)),
  };
};
const merge = (form: Uint8Array, files?: Readonly<Record<string, string>>): Promise<FormOutcome> =>
  mergeFormFile(shelfWith(form, files), PATH, 'form.xlsx');
const failure = (form: Uint8Array): Promise<string> =>
  merge(form).then(
    () => 'none',
    (error: unknown) =>
      error instanceof Failure ? `${error.code}: ${error.message}` : Promise.reject(error),
  );

const make = async (
  owner: string | null = null,
  files: Readonly<Record<string, string>> = FILES,
  given: TemplateFiles | null = null,
): Promise<MadeForm> => {
  const template = given ?? (await readTemplateFolder('templates/audit-pack'));
  const inputs = await gatherForm(memoryShelf(files), PATH, { policy: null });
  return formFrom(inputs, {
    owner,
    asOf: '2026-10-09',
    template,
    maker: {
      tool: { name: 'countersign', version: '0' },
      template: { id: 'audit-pack', language: 'en', paper: 'a4' },
    },
  });
};

let made: MadeForm;
beforeAll(async () => {
  made = await make();
});

/** The form as another program saved it after `act`. */
const filled = async (act: (book: exceljs.Workbook) => void): Promise<Uint8Array> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(made.xlsx).buffer);
  act(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};
const cell = (book: exceljs.Workbook, sheet: string, id: string, header: string): exceljs.Cell => {
  const found = book.getWorksheet(sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  const column = (found.getRow(1).values as readonly unknown[]).indexOf(header);
  const row = found.getColumn(1).values.indexOf(id);
  return found.getCell(row, column);
};

describe('a form that was made', () => {
  test('comes back as it went out, also through another program', async () => {
    expect(told(await merge(made.xlsx))).toEqual([]);
    const applied = await merge(await filled(() => undefined));
    expect(told(applied)).toEqual([]);
    expect(applied.notes).toEqual([]);
    expect(applied.text).toBeNull();
  });

  test('is the same bytes each time', async () => {
    expect((await make()).xlsx).toEqual(made.xlsx);
  });

  test('shows what was said last time, and asks an owner for theirs', async () => {
    const { data } = await make('sre');
    expect(data.last).toBe('2026-Q2');
    expect(data.answers.map(({ id }) => id)).toEqual([
      'svc/AA-01-C2',
      'svc/AA-02',
      'svc/AA-02-C1',
      'svc/AA-02-C3',
    ]);
    expect(data.answers[0]?.last).toEqual({ status: 'partial', owner: 'sre', statement: 'Half of it.' });
    expect(data.counts).toEqual({ asked: 3, inherited: 1, others: 2 });
    expect(data.evidence).toEqual([]);
    expect(data.remediations.map(({ id }) => id)).toEqual(['RM-01']);
  });

  test('says that the attestation before is not there', async () => {
    const { 'q2/pay.attestation.yaml': _, ...rest } = FILES;
    const { previous, warnings } = await gatherForm(memoryShelf(rest), PATH, { policy: null });
    expect(previous).toBeNull();
    expect(warnings.map(({ severity, sentence }) => `${severity}: ${sentence}`)).toEqual([
      'warning: The previous attestation ../q2/pay.attestation.yaml is not there.',
    ]);
  });
});

test('a template that would lose something of a form is refused before anybody fills it in', async () => {
  const template = await readTemplateFolder('templates/audit-pack');
  const changed = (name: string, from: string, to: string) => {
    const text = new TextDecoder().decode(template.files[name]).replaceAll(from, to);
    return { ...template, files: { ...template.files, [name]: new TextEncoder().encode(text) } };
  };
  const refusal = (files: typeof template): Promise<string> =>
    make(null, FILES, files).then(
      () => 'none',
      (error: unknown) =>
        error instanceof Failure ? `${error.code}: ${error.message}` : Promise.reject(error),
    );
  expect(await refusal(changed('theme.css', 'pre-wrap', 'normal'))).toMatch(
    /^template-invalid: The form would not come back as it went out. The cell Evidence!C2 holds another title of EV-01/,
  );
  const swapped = changed('partials/form/answers.hbs', 'row.values.reason', 'row.values.statement');
  expect(await refusal(swapped)).toContain('holds another reason of svc/AA-01-C1');
  const gone = changed(
    'partials/form/meta.hbs',
    '<td>column</td><td>evidence</td><td>query</td>',
    '<td>note</td><td></td><td></td>',
  );
  expect(await refusal(gone)).toContain('The sheet Evidence has no column "query"');
});

test('cells that people filled in are applied, each where it belongs', async () => {
  const form = await filled((book) => {
    cell(book, 'Answers', 'svc/AA-01-C2', 'Status').value = 'implemented';
    cell(book, 'Answers', 'svc/AA-01-C2', 'Owner').value = 'sre';
    cell(book, 'Answers', 'svc/AA-01-C2', 'Last performed').value = new Date(Date.UTC(2026, 9, 1));
    cell(book, 'Answers', 'svc/AA-01-C1', 'Status').value = { formula: 'B1', result: 'partial' };
    const evidence = book.getWorksheet('Evidence');
    for (const [column, value] of [
      [1, 'EV-03'],
      [2, 'ticket'],
      [3, '@now'],
      [5, 4711],
      [12, 12],
    ] as const)
      if (evidence !== undefined) evidence.getCell(4, column).value = value;
    cell(book, 'Answers', 'svc/AA-01-C2', 'Evidence').value = 'EV-03,EV-01';
    const area = book.getWorksheet('Answers')?.getColumn(3);
    if (area !== undefined) area.hidden = true;
  });
  const applied = await merge(form);
  expect(told(applied).filter((line) => !line.startsWith('applied'))).toEqual([
    expect.stringMatching(/^rejected Answers!\w+ svc\/AA-01-C1 status: It holds a formula\.$/),
  ]);
  expect(applied.text).toContain(
    '    AA-01-C2:\n      status: implemented\n      owner: sre\n      evidence: [EV-03, EV-01]\n      last-performed: 2026-10-01\n',
  );
  expect(applied.text).toMatch(
    /EV-03:\n {4}type: ticket\n {4}title: "?@now"?\n {4}location: "?4711"?\n {4}records: 12\n/,
  );
});

describe('files that are refused', () => {
  test('because they are none', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(await failure(bytes('id,status\nsvc/AA-01-C1,partial\n'))).toContain('workbook-unreadable');
    expect(await failure(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toContain(
      'workbook-unreadable',
    );
    expect(await failure(made.xlsx.slice(0, 4000))).toContain('workbook-unreadable');
  });

  test('because a sheet was renamed or removed', async () => {
    const without = (name: string) => filled((book) => book.removeWorksheet(name));
    expect(await failure(await without('_meta'))).toContain('form-refused: The workbook has no sheet _meta');
    expect(await failure(await without('Answers'))).toContain(
      'form-refused: The workbook has no sheet Answers',
    );
    const renamed = await filled((book) =>
      Object.assign(book.getWorksheet('Answers') ?? {}, { name: 'Antworten' }),
    );
    expect(await failure(renamed)).toContain('form-refused: The workbook has no sheet Answers');
  });

  test('because they carry macros', async () => {
    const parts = unzipSync(made.xlsx);
    expect(await failure(zipSync({ ...parts, 'xl/vbaProject.bin': new Uint8Array([1]) }))).toContain(
      'macros',
    );
  });
});

test('a million blank rows that somebody formatted are passed over', async () => {
  const parts = unzipSync(made.xlsx);
  const path = 'xl/worksheets/sheet2.xml';
  const blanks = Array.from({ length: 1_000_000 }, (_, index) => {
    const row = index + 1000;
    return `<row r="${row}"><c r="A${row}" s="1"/></row>`;
  });
  const xml = new TextDecoder().decode(parts[path]).replace('</sheetData>', `${blanks.join('')}</sheetData>`);
  const form = zipSync({ ...parts, [path]: new TextEncoder().encode(xml) }, { level: 1 });
  expect(told(await merge(form))).toEqual([]);
});
