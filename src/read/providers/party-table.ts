// The dialect of one table for each party, below a heading, a caption or a label that names the party.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { saysNothing } from '../empty-text.ts';
import { leftOut } from '../left-out.ts';
import { itemsOf } from '../page/cell.ts';
import { cellLines } from '../page/cell-lines.ts';
import { plainText } from '../page/markup.ts';
import type { Content, Heading, Table } from '../page/page.ts';
import { headingOf, type Section } from '../page/section.ts';
import { textColumns } from './aside-columns.ts';
import type { DialectReader, KeyedText, RawResource } from './dialect.ts';
import { type GridRow, gridOf, leftOutCell } from './grid.ts';
import { holderOf } from './holder.ts';
import { namingIn } from './naming.ts';
import { partyHeadings } from './party-headings.ts';
import { labelOf } from './party-label.ts';
import { type RowReading, refusedRow, type TableClaim, tableClaims, tableParts } from './table-claims.ts';

export const partyTable: DialectReader = {
  name: 'party-table',
  read: (section, { names, sections }) => {
    const above = placeOf(section, sections, names);
    return section.blocks.flatMap((block, index) => {
      if (block.kind !== 'table' || block.header.length > 4 || block.header.length === 0) return [];
      const label = labelBefore(section.blocks[index - 1], names);
      const ofCaption = block.caption === null ? null : partyIn(captionText(block.caption), names);
      const party = ofCaption ?? label?.party ?? above?.party ?? null;
      if (party === null) return [];
      const place = above?.place ?? { home: headingOf(section) };
      const [first, ...more] = claimsOf(block, party, names).map((claim) => ({ ...place, ...claim }));
      if (first === undefined || label === null) return first === undefined ? [] : [first, ...more];
      return [{ ...first, blocks: [label.block, ...first.blocks] }, ...more];
    });
  },
};

/** A paragraph right above the table that names the party and nothing else. */
const labelBefore = (block: Content | undefined, names: Names) => {
  const label = block?.kind === 'paragraph' ? labelOf(block.text, 'paragraph', names) : null;
  if (block === undefined || label === null || !label.clear || label.rest !== '') return null;
  return label.party === 'both' ? null : { block, party: label.party };
};

type Place = { readonly home: Heading | null; readonly part?: KeyedText };
type Above = { readonly place: Place; readonly party: Party | 'shared' };

/** Below the heading of a party, one of a pair of such, further headings name areas. */
const placeOf = ({ path }: Section, sections: readonly Section[], names: Names): Above | null => {
  const { partyOf, paired } = partyHeadings(sections, names);
  const own = path.at(-1);
  const at = path.findLastIndex((one) => partyOf.has(one) && (one === own || paired.has(one)));
  const label = path[at];
  const party = label === undefined ? null : (partyOf.get(label) ?? null);
  if (own === undefined || party === null || (label === own && !paired.has(own) && !speaks(own, names)))
    return null;
  const part = own === label ? {} : { part: { line: own.line, text: plainText(own.text) } };
  return { place: { home: path[at - 1] ?? null, ...part }, party };
};

/** A heading that stands alone must say that it is about responsibilities. */
const speaks = ({ text }: Heading, names: Names): boolean => partyIn(plainText(text), names) !== null;

/** `Table 1. Your responsibilities` without its number. */
const captionText = (caption: string): string => plainText(caption).replace(/^table \d+[.:]?\s*/i, '');

/** The party, where the text speaks of what it has to do and of nothing else. */
const partyIn = (text: string, names: Names): Party | null => {
  const holder = holderOf(text, names);
  const { role } = namingIn(text, names);
  return role !== null && (holder === 'provider' || holder === 'customer') ? holder : null;
};

const claimsOf = (table: Table, party: Party | 'shared', names: Names): readonly TableClaim[] => {
  const grid = gridOf(table);
  const { texts } = textColumns(table, []);
  const parts = tableParts(grid.rows, (row) => readRow(row, texts, party, names));
  return tableClaims(table, parts, { leftOut: grid.leftOut });
};

/** The first cell names a resource and the second holds the duties; a first cell that stands alone is the duty. */
const readRow = (
  row: GridRow,
  columns: readonly number[],
  party: Party | 'shared',
  names: Names,
): RowReading => {
  const [first, second] = columns.slice(0, 2).map((column) => row.cells[column]);
  const beside = row.cells.filter((cell) => cell !== first && cell !== second);
  const title = plainText(first?.text ?? '');
  const cell = plainText(second?.text ?? '') === '' ? first : second;
  const texts = itemsOf(cellLines(cell?.text ?? ''));
  const isNothing = (text: string): boolean => saysNothing(text, names);
  const items = texts.filter((text) => !isNothing(text));
  const line = cell?.line ?? row.line;
  if (items.length === 0) return refusedRow(row, 'says-nothing');
  if (second !== undefined && title === '') return refusedRow(row, 'no-resource');
  const own = items.map((text) => ({ line, text }));
  const resource: RawResource = {
    title: second === undefined ? null : { line: first?.line ?? row.line, text: title },
    allocation: null,
    raci: null,
    provider: party === 'customer' ? [] : own,
    customer: party === 'provider' ? [] : own,
  };
  const nothing = texts.filter(isNothing).map((text) => leftOut(line, 'says-nothing', text));
  return {
    resource,
    leftOut: [...nothing, ...beside.flatMap((cell) => leftOutCell(cell, 'no-responsibilities'))],
  };
};
