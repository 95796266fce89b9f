// The dialect of one table per area with three columns: a resource, the provider's duties, the customer's duties.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/scalar.ts';
import { cellItems } from '../page/cell.ts';
import { plainText } from '../page/markup.ts';
import type { Heading, Html, List, Page, Paragraph, Table, TableRow } from '../page/page.ts';
import { quoted } from '../plain.ts';
import type { KeyedText, LeftOut, PageReader, RawArea, RawModel, RawResource } from './page-reader.ts';
import { partyNamed } from './party.ts';

export const threeColumns: PageReader = {
  name: 'three-columns',
  reads: (page, names) =>
    page.blocks.some((block) => block.kind === 'table' && 'columns' in columnsOf(block, names)),
  read: (page, names) => read(page, names),
};

type Columns = { readonly resource: number } & Readonly<Record<Party, number>>;
type Section = { readonly heading: Heading | null; readonly texts: Text[]; readonly tables: Table[] };
type Text = KeyedText & { readonly note: boolean };

const read = (page: Page, names: Names): RawModel => {
  const leftOut: LeftOut[] = [];
  const general: KeyedText[] = [];
  const areas: RawArea[] = [];
  for (const section of sectionsOf(page, leftOut)) {
    const resources = section.tables.flatMap((table) => readTable(table, names, leftOut));
    if (resources.length > 0 && section.heading !== null)
      areas.push(areaOf(section.heading, section.texts, resources));
    else append(general, section.texts);
    if (resources.length > 0 && section.heading === null) append(leftOut, resources.map(homeless));
  }
  return { areas, general, leftOut };
};

/** One by one: a page may hold more rows than a call takes arguments. */
const append = <T>(list: T[], more: readonly T[]): void => {
  for (const one of more) list.push(one);
};

/** A heading with everything up to the next one, of whatever depth. */
const sectionsOf = (page: Page, leftOut: LeftOut[]): readonly Section[] => {
  let section: Section = { heading: null, texts: [], tables: [] };
  const sections = [section];
  for (const block of page.blocks) {
    if (block.kind === 'heading') {
      section = { heading: block, texts: [], tables: [] };
      sections.push(section);
    } else if (block.kind === 'table') section.tables.push(block);
    else if (block.kind === 'paragraph') section.texts.push(textOf(block, section));
    else append(leftOut, otherBlock(block));
  }
  return sections;
};

/** What stands behind a table introduces nothing any more. */
const textOf = ({ line, text, note }: Paragraph, { tables }: Section): Text => ({
  line,
  text: plainText(text),
  note: note || tables.length > 0,
});

const areaOf = (heading: Heading, texts: readonly Text[], resources: readonly RawResource[]): RawArea => ({
  title: { line: heading.line, text: plainText(heading.text) },
  anchor: heading.anchor,
  intro: texts.filter(({ note }) => !note),
  notes: texts.filter(({ note }) => note),
  resources,
});

/** Which column is whose, or why that cannot be told. */
const columnsOf = (
  table: Table,
  names: Names,
): { readonly columns: Columns } | { readonly why: LeftOut['code'] } => {
  const parties = table.header.map((cell) => partyNamed(plainText(cell), names));
  const provider = parties.indexOf('provider');
  const customer = parties.indexOf('customer');
  if (provider < 0 && customer < 0) return { why: 'page-table-skipped' };
  const resource = parties.indexOf(null);
  const clear =
    table.header.length === 3 && table.columns === 3 && provider >= 0 && customer >= 0 && resource >= 0;
  return clear ? { columns: { resource, provider, customer } } : { why: 'page-party-unclear' };
};

const readTable = (table: Table, names: Names, leftOut: LeftOut[]): readonly RawResource[] => {
  const found = columnsOf(table, names);
  if ('columns' in found) return table.rows.flatMap((row) => readRow(row, found.columns, leftOut));
  leftOut.push(skippedTable(table, found.why));
  if (found.why === 'page-party-unclear')
    append(
      leftOut,
      table.rows.map((row) => unclearRow(row, 'its table does not say whose column is whose')),
    );
  return [];
};

const readRow = (row: TableRow, columns: Columns, leftOut: LeftOut[]): readonly RawResource[] => {
  const side = (party: Party): readonly KeyedText[] =>
    cellItems(row.cells[columns[party]] ?? '').map((text) => ({ line: row.line, text }));
  const title = { line: row.line, text: plainText(row.cells[columns.resource] ?? '') };
  const trouble = rowTrouble(row, title.text);
  if (trouble === null) return [{ title, provider: side('provider'), customer: side('customer') }];
  leftOut.push(trouble);
  return [];
};

const rowTrouble = (row: TableRow, title: string): LeftOut | null => {
  if (row.cells.length > 3) return unclearRow(row, `it has ${row.cells.length} cells under a header of 3`);
  if (row.cells.length < 2) return unclearRow(row, 'it has one cell only');
  if (title !== '') return null;
  return {
    code: 'page-row-skipped',
    line: row.line,
    sentence: 'The row names no resource, so its duties are left out.',
    hint: 'Read the row on the page, and add what it says to the model by hand.',
  };
};

const nameOf = (row: TableRow): string => quoted(plainText(row.cells[0] ?? ''));

const unclearRow = (row: TableRow, why: string): LeftOut => ({
  code: 'page-party-unclear',
  line: row.line,
  sentence: `The row ${nameOf(row)} is left out: ${why}.`,
  hint: 'Read the row on the page, and add its duties to the model by hand, each under its party.',
});

const skippedTable = (table: Table, why: LeftOut['code']): LeftOut => ({
  code: why,
  line: table.line,
  sentence:
    why === 'page-table-skipped'
      ? `The table with ${counted(table.rows.length, 'row')} under ${table.header.map((cell) => quoted(plainText(cell))).join(', ')} names no party in its header and is left out.`
      : 'The table does not have one column for a resource, one for the provider and one for the customer.',
  hint: 'Look at the table on the page: if it gives duties to somebody, add them to the model by hand.',
});

const otherBlock = (block: List | Html): readonly LeftOut[] => {
  const hint = 'Look at it on the page: if it gives duties to somebody, add them to the model by hand.';
  if (block.kind === 'list') {
    const sentence = `A list of ${counted(block.items.length, 'item')} outside of tables is left out.`;
    return [{ code: 'page-row-skipped', line: block.line, sentence, hint }];
  }
  const sentence = 'A table written in HTML is left out.';
  return /<table\b/i.test(block.text)
    ? [{ code: 'page-table-skipped', line: block.line, sentence, hint }]
    : [];
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const homeless = ({ title }: RawResource): LeftOut => ({
  code: 'page-row-skipped',
  line: title.line,
  sentence: `The row ${quoted(title.text)} stands under no heading, so that its area is not known.`,
  hint: 'Add it to the model by hand.',
});
