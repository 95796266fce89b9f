// What makes a formula none: too long, unbalanced, or about a sheet or table that is not there. It is not computed here.
import { LONGEST_FORMULA } from '../../model/sheet-limits.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { Trouble } from './complaint.ts';
import { needsEscape } from './text.ts';

/** What formulas may speak of, in small letters: spreadsheets do not tell capitals apart here. */
export type Known = { readonly sheets: ReadonlySet<string>; readonly tables: ReadonlySet<string> };

export const knownIn = ({ sheets }: Workbook): Known => ({
  sheets: new Set(sheets.map(({ name }) => name.toLowerCase())),
  tables: new Set(sheets.flatMap(({ table }) => (table === null ? [] : [table.name.toLowerCase()]))),
});

/** A text, a quoted sheet name, a table with its columns in brackets (an apostrophe escapes one), a plain sheet name, a bracket by itself. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?<quoted>(?:[^']|'')+)'!|(?<table>[\p{L}_\\][\p{L}\p{N}_.\\]*)\[(?:'.|[^'[\]]|\[(?:'.|[^'[\]])*\])*\]|(?<plain>[\p{L}_][\p{L}\p{N}_.]*)!|(?<stray>["'[\]])/gsu;

/** Everything that is wrong with a formula; it begins with a small letter, to follow the name of its place. */
export const formulaTroubles = (formula: string, known: Known): readonly Trouble[] => {
  if (formula.trim() === '' || formula.startsWith('=')) return [notBegun];
  if (formula.length > LONGEST_FORMULA) return [tooLong(formula.length)];
  const tokens = [...formula.matchAll(TOKEN)].map(({ groups = {} }) => groups);
  const balanced = !tokens.some(({ stray }) => stray !== undefined) && parenthesesMatch(formula);
  return [
    ...(balanced ? [] : [unbalanced]),
    ...(needsEscape(formula) ? [readAmiss] : []),
    ...tokens.flatMap(({ quoted, plain }) => missingSheet(quoted?.replaceAll("''", "'") ?? plain, known)),
    ...tokens.flatMap(({ table }) => missingTable(table, known)),
  ];
};

const parenthesesMatch = (formula: string): boolean => {
  let open = 0;
  for (const character of formula.replace(TOKEN, '')) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
};

const missingSheet = (name: string | undefined, { sheets }: Known): readonly Trouble[] =>
  name === undefined || sheets.has(name.toLowerCase()) ? [] : [missing(`the sheet "${name}"`)];

const missingTable = (name: string | undefined, { tables }: Known): readonly Trouble[] =>
  name === undefined || tables.has(name.toLowerCase()) ? [] : [missing(`the table "${name}"`)];

const missing = (what: string): Trouble => [
  'link-target-missing',
  `the formula speaks of ${what}, which is not there.`,
  'Speak of what the workbook has.',
];
const notBegun: Trouble = [
  'value-invalid',
  'the formula is empty or begins with an equals sign.',
  'Give a formula without the equals sign.',
];
const tooLong = (length: number): Trouble => [
  'value-invalid',
  `the formula has ${length} characters; a formula has at most ${LONGEST_FORMULA}.`,
  'Compute it in several cells.',
];
const unbalanced: Trouble = [
  'value-invalid',
  'the formula has a quote, bracket or parenthesis without its counterpart.',
  'Close what the formula opens.',
];
const readAmiss: Trouble = [
  'value-invalid',
  'the formula holds a control character, or what the format takes for the escape of one.',
  'Leave out control characters and texts such as _x000A_.',
];
