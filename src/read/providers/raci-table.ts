// The dialect of activities with RACI letters: a column of letters for each party, or for each letter a column of parties.
import type { Names } from '../../model/names.ts';
import { leftOut } from '../left-out.ts';
import { plainText } from '../page/markup.ts';
import type { Content } from '../page/page.ts';
import { headingOf } from '../page/section.ts';
import type { DialectReader } from './dialect.ts';
import { leftOutRow } from './grid.ts';
import { readByLetter } from './raci-by-letter.ts';
import { readByParty } from './raci-by-party.ts';
import { letterNamed } from './raci-letters.ts';
import type { TableClaim } from './table-claims.ts';

export const raciTable: DialectReader = {
  name: 'raci-table',
  read: (section, { names }) =>
    section.blocks.flatMap((block) =>
      claimsOf(block, names).map((claim) => ({ ...claim, home: headingOf(section) })),
    ),
};

const claimsOf = (block: Content, names: Names): readonly TableClaim[] => {
  const legend = legendOf(block);
  if (legend !== null) return [legend];
  if (block.kind !== 'table') return [];
  return readByParty(block, names) ?? readByLetter(block, names) ?? [];
};

/** A table or list that explains three of the letters and nothing else. */
const legendOf = (block: Content): TableClaim | null => {
  if (block.kind === 'paragraph') return null;
  const lines =
    block.kind === 'table' ? block.rows.map(({ cells }) => cells[0]?.text ?? '') : block.items.map(headOf);
  if (lines.length < 3 || lines.length > 8 || (block.kind === 'table' && block.columns > 3)) return null;
  const heads = lines.map((line) => plainText(line));
  const letters = heads.flatMap((head) => letterNamed(head) ?? []);
  if (new Set(letters).size < 3 || !heads.every((head) => letterNamed(head) !== null || /^[A-Z]$/.test(head)))
    return null;
  const left =
    block.kind === 'table'
      ? block.rows.map((row) => leftOutRow(row, 'legend'))
      : block.items.map(({ line, text }) => leftOut(line, 'legend', plainText(text)));
  return { blocks: [block], resources: [], leftOut: left };
};

const headOf = ({ text }: { readonly text: string }): string => text.split(/[:=–—]| - /, 1)[0] ?? '';
