// The dialect of a table that describes resources and says in sentences who owns or manages them, in a column for each variant of the
// service. Each sentence that begins with whose it is, is that party's duty in the variant.
import type { LeftOut } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { saysNothing } from '../empty-text.ts';
import { leftOut } from '../left-out.ts';
import { itemsOf } from '../page/cell.ts';
import { cellLines } from '../page/cell-lines.ts';
import { plainText } from '../page/markup.ts';
import type { Table } from '../page/page.ts';
import { headingOf } from '../page/section.ts';
import { sentencesOf } from '../sentences.ts';
import { isBeside } from './aside-columns.ts';
import { columnsOf } from './columns.ts';
import type { DialectReader, KeyedText } from './dialect.ts';
import { type GridRow, gridOf, leftOutCell, leftOutRow } from './grid.ts';
import { type Holder, partiesOf } from './holder.ts';
import { ownerIn } from './ownership-sentence.ts';
import { type TableClaim, type TablePart, tableClaims } from './table-claims.ts';

export const describedOwnership: DialectReader = {
  name: 'described-ownership',
  read: (section, { names }) =>
    section.blocks.flatMap((block) =>
      block.kind === 'table'
        ? claimsOf(block, names).map((claim) => ({ ...claim, home: headingOf(section) }))
        : [],
    ),
};

const isAside = (head: string): boolean => isBeside(head) || TELLS.test(head);
const TELLS = /^(?:descriptions?|details?|definitions?|explanation|examples?)$/i;

/** None for a table in which fewer than a third of the rows say in a sentence whose something is. */
const claimsOf = (table: Table, names: Names): readonly TableClaim[] => {
  const heads = table.header.map(({ line, text }) => ({ line, text: plainText(text) }));
  const texts = heads.map(({ text }) => text);
  if (heads.length < 2 || columnsOf(texts, names) !== null) return [];
  const columns = heads.map((_, column) => column).slice(1);
  const variants = columns.filter((column) => !isAside(texts[column] ?? ''));
  const grid = gridOf(table);
  const rows = grid.rows.map((row) => toldRow(row, variants, names));
  const saying = rows.filter(givesDuty).length;
  if (saying < 2 || saying * 3 < table.rows.length) return [];
  const titled = rows.filter((row) => givesDuty(row) && row.title.text !== '');
  const asides = columns.filter((column) => !variants.includes(column));
  const leftOut = [
    ...grid.leftOut,
    ...rows.flatMap((row) => (givesDuty(row) && row.title.text !== '' ? [] : refused(row))),
    ...titled.flatMap(({ row }) =>
      asides.flatMap((column) => leftOutCell(row.cells[column], 'no-responsibilities')),
    ),
  ];
  const parts = variants.map((column) => {
    const head = heads[column];
    const isOnly = variants.length === 1 || head === undefined || head.text === '';
    return { ...(isOnly ? {} : { part: head }), ...variantOf(titled, column) };
  });
  return tableClaims(table, parts, { leftOut });
};

type Sentence = {
  readonly keyed: KeyedText;
  readonly owner: Holder | null;
  readonly isNothing: boolean;
};
type ToldRow = {
  readonly row: GridRow;
  readonly title: KeyedText;
  /** By column. */
  readonly sentences: ReadonlyMap<number, readonly Sentence[]>;
};

const toldRow = (row: GridRow, variants: readonly number[], names: Names): ToldRow => {
  const { cells, line } = row;
  const sentencesAt = (column: number): readonly Sentence[] =>
    sentencesIn(cells[column]?.text ?? '').map((text) => ({
      keyed: { line: cells[column]?.line ?? line, text },
      owner: ownerIn(text, names),
      isNothing: saysNothing(text, names),
    }));
  return {
    row,
    title: { line: cells[0]?.line ?? line, text: plainText(cells[0]?.text ?? '') },
    sentences: new Map(variants.map((column) => [column, sentencesAt(column)])),
  };
};

const sentencesIn = (cell: string): readonly string[] =>
  cellLines(cell).flatMap((line) => itemsOf([line]).flatMap(sentencesOf));

const allOf = ({ sentences }: ToldRow): readonly Sentence[] => [...sentences.values()].flat();
const isDuty = ({ owner }: Sentence): boolean => owner !== null && owner !== 'third-party';
const givesDuty = (row: ToldRow): boolean => allOf(row).some(isDuty);

/** A row without a title, or without a duty in any variant. */
const refused = (told: ToldRow): readonly LeftOut[] => {
  if (givesDuty(told)) return [leftOutRow(told.row.whole, 'no-resource')];
  const reasons = allOf(told).map(reasonOf);
  const reason = (['party-unclear', 'third-party'] as const).find((one) => reasons.includes(one));
  return [leftOutRow(told.row.whole, reason ?? 'says-nothing')];
};

const variantOf = (rows: readonly ToldRow[], column: number): TablePart => {
  const read = rows.map(({ title, sentences }) => ({ title, own: sentences.get(column) ?? [] }));
  const side = (own: readonly Sentence[], party: Party): readonly KeyedText[] =>
    own.flatMap(({ keyed, owner }) => (owner !== null && partiesOf(owner).includes(party) ? keyed : []));
  return {
    resources: read
      .filter(({ own }) => own.some(isDuty))
      .map(({ title, own }) => ({
        title,
        allocation: null,
        raci: null,
        provider: side(own, 'provider'),
        customer: side(own, 'customer'),
      })),
    leftOut: read.flatMap(({ own }) =>
      own.filter((one) => !isDuty(one)).map((one) => leftOut(one.keyed.line, reasonOf(one), one.keyed.text)),
    ),
  };
};

const reasonOf = ({ owner, isNothing }: Sentence): LeftOut['reason'] => {
  if (isNothing) return 'says-nothing';
  return owner === 'third-party' ? owner : 'party-unclear';
};
