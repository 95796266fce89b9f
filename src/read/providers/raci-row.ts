// An activity and its letters, made into a resource: it is a duty of each party that does it or answers for it.
import type { LeftOut } from '../../model/import-report.ts';
import { PARTIES, type Party } from '../../model/party.ts';
import type { KeyedText } from './dialect.ts';
import { type GridRow, leftOutCell } from './grid.ts';
import { isDuty } from './raci-letters.ts';
import { type RowReading, refusedRow } from './table-claims.ts';

export type Activity = {
  readonly row: GridRow;
  /** Columns of text: the first names it; a second says what is done. */
  readonly texts: readonly KeyedText[];
  readonly letters: Readonly<Record<Party, string>>;
  /** Letters of others than the two parties. */
  readonly third: string;
  /** Letters of whom the table does not say clearly. */
  readonly unclear: string;
  /** What stands beside it and is nobody's duty. */
  readonly leftOut: readonly LeftOut[];
};

export const readActivity = ({ row, texts, letters, third, unclear, leftOut }: Activity): RowReading => {
  const [first, ...more] = texts.filter(({ text }) => text !== '');
  if (first === undefined) return refusedRow(row, hasLetters(letters) ? 'no-resource' : 'says-nothing');
  const duty = more[0] ?? first;
  const side = (party: Party): readonly KeyedText[] => (isDuty(letters[party]) ? [duty] : []);
  const resource = {
    title: first,
    allocation: null,
    raci: letters,
    provider: side('provider'),
    customer: side('customer'),
  };
  if (PARTIES.some((party) => isDuty(letters[party]))) return { resource, leftOut };
  if (isDuty(unclear)) return refusedRow(row, 'party-unclear');
  if (isDuty(third)) return refusedRow(row, 'third-party');
  const nothing = refusedRow(row, 'says-nothing');
  return hasLetters(letters) ? { ...nothing, resource } : nothing;
};

const hasLetters = (letters: Activity['letters']): boolean => PARTIES.some((party) => letters[party] !== '');

/** Cells that have no place in the resource. */
export const besideIn = ({ cells }: GridRow, columns: readonly number[]): readonly LeftOut[] =>
  columns.flatMap((column) => leftOutCell(cells[column], 'no-responsibilities'));
