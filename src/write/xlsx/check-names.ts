// What cannot name a cell, a range or a table, and what names nothing.
import type { Workbook } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { formulaTroubles, type Known } from './check-formula.ts';
import { complaint } from './complaint.ts';

const LONGEST_NAME = 255;

/** Complaints about the names of cells and tables. Both are names of one kind to a spreadsheet. */
export const checkDefinedNames = ({ names, sheets }: Workbook, known: Known): readonly Diagnostic[] => {
  const tables = sheets.flatMap(({ table }) => (table === null ? [] : [table.name]));
  const all = [...names.map(({ name }) => name), ...tables];
  const folded = all.map((name) => name.toLowerCase());
  return [
    ...all.filter((name) => !isName(name)).map(badName),
    ...all.filter((name, index) => folded.indexOf(name.toLowerCase()) !== index).map(sameName),
    ...names.flatMap(({ name, refersTo }) =>
      formulaTroubles(refersTo, known).map(([code, sentence, hint]) =>
        complaint(code, null, `The name "${name}": ${sentence}`, hint),
      ),
    ),
  ];
};

/** Names that begin with _xlnm are the format's own; what reads as a cell, by letters or by R and C, is a cell. */
const isName = (name: string): boolean =>
  name.length <= LONGEST_NAME &&
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) &&
  !/^_xl|^[a-z]{1,3}\d+$|^r\d*(?:c\d*)?$|^c\d*$|^(?:true|false)$/i.test(name);

const badName = (name: string): Diagnostic =>
  complaint(
    'value-invalid',
    null,
    `"${name}" cannot name a cell or table.`,
    `Use 1 to ${LONGEST_NAME} letters, digits, underscores and dots, a letter or underscore first, and nothing that reads as a cell, such as ab12 or r1c1.`,
  );

const sameName = (name: string): Diagnostic =>
  complaint(
    'value-invalid',
    null,
    `Two cells or tables are named "${name}".`,
    'Spreadsheets do not tell capitals apart here: choose another name.',
  );
