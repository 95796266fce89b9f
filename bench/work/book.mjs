// The workbooks that are written: the one of the real template for a team's pack, and large sheets of the same kind of cells from a seed.
// And what of a workbook somebody would have at hand who writes it with exceljs alone: plain arrays of values and exceljs's own styles.
import { mkdirSync, rmSync } from 'node:fs';
import { product } from '../places.mjs';
import { writeTeam } from './attested.mjs';
import { dayBy, personBy, proseBy, titleBy } from './prose.mjs';
import { oneOf, randomFrom } from './random.mjs';

const STATUSES = ['implemented', 'implemented', 'implemented', 'partial', 'planned', 'alternative'];
const SIZES = {
  duties: { name: 'Duties', rows: 10_000, columns: 25 },
  evidence: { name: 'Evidence', rows: 20_000, columns: 16 },
};

/** The workbook of the audit-pack template for a team of 60 duties, read from files in `folder`. */
export const packBook = async (folder) => {
  const { gatherInputs, judge, previewReport } = await product('index.js');
  const { loadTemplate, renderWorkbook } = await product('document/index.js');
  const { diskShelf } = await product('io/shelf.js');
  const { diskWorld } = await product('cli/disk-world.js');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { attestation } = writeTeam(folder, 'w1', 1);
  const { raw } = await gatherInputs(diskShelf(), attestation, { policy: null });
  const template = await (await diskWorld(() => undefined)).template(null);
  const making = {
    ...{ template, asOfFrom: 'attestation', language: 'en', paper: 'a4' },
    ...{
      edition: { state: 'draft', version: 1, supersedes: null },
      tool: { name: 'countersign', version: 'bench' },
    },
  };
  const { report } = await previewReport(await judge(raw, '2026-10-09'), making);
  return renderWorkbook(loadTemplate(template, 'en'), report);
};

const BODY = {
  ...{ bold: false, italic: false, fontSize: 10, color: null, fill: null },
  ...{ align: null, valign: 'top', wrap: true, border: { color: '#cccccc' } },
};
const HEAD = { ...BODY, bold: true, color: '#ffffff', fill: '#1f3a5f' };
const STRIPES = [BODY, { ...BODY, fill: '#f3f6fa' }];
const RIGHT = STRIPES.map((style) => ({ ...style, align: 'right' }));

const cell = (value, style) => ({
  ...{ value, style, formula: null, unlocked: false, columnSpan: 1, rowSpan: 1, id: null, at: null },
});
const text = (words) => ({ kind: 'text', text: words });

/** What stands in a column, in rotation: an id, words of several lengths, a day, a number, and an empty cell. */
const KINDS = [
  ({ row }) => text(`EX-${row}`),
  ({ random }) => text(titleBy(random, 3, 6)),
  ({ random }) => text(oneOf(random, STATUSES)),
  ({ random }) => ({ kind: 'date', day: dayBy(random) }),
  ({ prose, row }) => text(prose[row % prose.length]),
  ({ row }) => ({ kind: 'number', number: row % 97, format: null }),
  ({ people, row }) => text(people[row % people.length]),
  () => ({ kind: 'empty' }),
];

const bodyCell = (column, drawn) => {
  const value = KINDS[column % KINDS.length](drawn);
  const styles = value.kind === 'number' ? RIGHT : STRIPES;
  return cell(value, styles[drawn.row % 2]);
};

/** Rows are made as they are asked for, so that nobody has to hold them twice. */
function* rowsOf({ name, rows, columns }, random, drawn) {
  const heads = Array.from({ length: columns }, (_, at) => cell(text(`${name} ${at + 1}`), HEAD));
  yield { cells: heads, height: null };
  for (let row = 0; row < rows; row += 1)
    yield {
      cells: Array.from({ length: columns }, (_, at) => bodyCell(at, { ...drawn, random, row })),
      height: null,
    };
}

const sheetOf = (size, random, drawn) => ({
  ...{
    name: size.name,
    headerRows: 1,
    frozenColumns: 1,
    filter: true,
    table: null,
    validations: [],
    looks: [],
  },
  ...{ protected: false, hidden: false, landscape: true, tabColor: '#1f3a5f' },
  columns: Array.from({ length: size.columns }, (_, column) => ({
    width: column % KINDS.length === 4 ? 60 : 18,
    hidden: false,
  })),
  rows: rowsOf(size, random, drawn),
});

/** 10,000 duties of 25 columns and 20,000 pieces of evidence of 16, or `times` as many. Whoever takes it takes the rows of each sheet once. */
export const largeBook = (times = 1) => {
  const random = randomFrom(1);
  const drawn = {
    prose: Array.from({ length: 5000 }, () => proseBy(random, 20)),
    people: Array.from({ length: 12 }, () => personBy(random)),
  };
  return {
    ...{ title: 'Large', subject: 'Benchmark', author: 'Example Bank', keywords: [], date: '2026-10-09' },
    ...{ producer: 'bench', paper: 'a4', properties: {}, names: [] },
    header: { left: '', center: '', right: '' },
    footer: { left: 'Example Bank', center: 'Confidential' },
    sheets: Object.values(SIZES).map((size) => sheetOf({ ...size, rows: size.rows * times }, random, drawn)),
  };
};

/** The tree that our writer takes. */
export const treeOf = (book) => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] })),
});
