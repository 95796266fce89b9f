// The dialect of one table for each party, below a heading or a caption that names the party and nothing else.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { saysNothing } from '../empty-text.ts';
import { leftOut } from '../left-out.ts';
import { itemsOf } from '../page/cell.ts';
import { cellLines } from '../page/cell-lines.ts';
import { plainText } from '../page/markup.ts';
import type { Heading, Table } from '../page/page.ts';
import { headingOf, parentOf, type Section } from '../page/section.ts';
import type { DialectReader, RawResource } from './dialect.ts';
import { type GridRow, gridOf, leftOutCell } from './grid.ts';
import { holderOf } from './holder.ts';
import { namingIn } from './naming.ts';
import { type RowReading, refusedRow, type TableClaim, tableClaims, tableParts } from './table-claims.ts';

export const partyTable: DialectReader = {
  name: 'party-table',
  read: (section, { names }) => {
    const above = partyOfHeading(section, names);
    return section.blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const ofCaption = block.caption === null ? null : partyIn(captionText(block.caption), names);
      const party = ofCaption ?? above;
      if (party === null || block.header.length > 4 || block.header.length === 0) return [];
      const home: Heading | null = above === null ? headingOf(section) : parentOf(section);
      return claimsOf(block, party, names).map((claim) => ({ ...claim, home }));
    });
  },
};

/** The page's title names whom it is written for, and no party of a table. */
const partyOfHeading = (section: Section, names: Names): Party | null => {
  const heading = headingOf(section);
  return heading === null || section.path.length < 2 ? null : partyIn(plainText(heading.text), names);
};

/** `Table 1. Your responsibilities` without its number. */
const captionText = (caption: string): string => plainText(caption).replace(/^table \d+[.:]?\s*/i, '');

/** The party, where the text speaks of what it has to do and of nothing else. */
const partyIn = (text: string, names: Names): Party | null => {
  const holder = holderOf(text, names);
  const { role } = namingIn(text, names);
  return role !== null && (holder === 'provider' || holder === 'customer') ? holder : null;
};

const claimsOf = (table: Table, party: Party, names: Names): readonly TableClaim[] => {
  const grid = gridOf(table);
  const parts = tableParts(grid.rows, (row) => readRow(row, party, names));
  return tableClaims(table, parts, { leftOut: grid.leftOut });
};

/** The first cell names a resource and the second holds the duties; a first cell that stands alone is the duty. */
const readRow = (row: GridRow, party: Party, names: Names): RowReading => {
  const [first, second, ...beside] = row.cells;
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
    provider: party === 'provider' ? own : [],
    customer: party === 'customer' ? own : [],
  };
  const nothing = texts.filter(isNothing).map((text) => leftOut(line, 'says-nothing', text));
  return {
    resource,
    leftOut: [...nothing, ...beside.flatMap((cell) => leftOutCell(cell, 'no-responsibilities'))],
  };
};
