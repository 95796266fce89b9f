// The workbook as LibreOffice shows it: every sheet opens, no duty is lost, no cell shows an error.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { WORK } from '../example.mjs';
import { output } from '../shell.mjs';
import { officeProfile } from '../workbooks/office.mjs';

const SHEETS = [
  'README',
  'Control',
  'Summary',
  'Matrix',
  'Duties',
  'Tests',
  'Evidence',
  'Findings',
  'Waivers',
  'Remediations',
  'Assurance',
  'Complementary controls',
  'Model changes',
  'Crosswalk',
  'Approvals and sign-offs',
  'Review notes',
  'Lists',
];
/** Comma, double quote, UTF-8, formatted as shown, every sheet into a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

export const workbook = ({ workbook: file, customerDuties, providerDuties }) => {
  const sheets = sheetsOf(file);
  const lost = (sheet, duties) =>
    duties.filter(
      ({ id, duty, text }) => !sheets.get(sheet)?.some((row) => holds(row, [id, duty]) && holds(row, [text])),
    );
  return [
    check(
      'LibreOffice opens every sheet',
      SHEETS.filter((name) => !sheets.has(name)),
      [...sheets.keys()].join(', '),
    ),
    check(
      'every duty of both parties has its row in Duties',
      lost('Duties', [...customerDuties, ...providerDuties]).map(({ id }) => id),
      `${customerDuties.length} and ${providerDuties.length} duties`,
    ),
    check('no cell shows an error', errorsIn(sheets), 'no #REF!, #NAME?, #VALUE!, Err:'),
  ];
};

/** The rows of every sheet, by the sheet's name. */
const sheetsOf = (file) => {
  const folder = join(WORK, 'sheets');
  rmSync(folder, { recursive: true, force: true });
  const profile = `-env:UserInstallation=${officeProfile()}`;
  output('soffice', ['--headless', profile, '--convert-to', CSV, '--outdir', folder, file]);
  const stem = `${file
    .split('/')
    .at(-1)
    .replace(/\.xlsx$/, '')}-`;
  return new Map(
    readdirSync(folder).map((name) => [
      name.slice(stem.length, -'.csv'.length),
      rowsOf(readFileSync(join(folder, name), 'utf8')),
    ]),
  );
};

/** Rows of cells out of CSV with quotes. */
const rowsOf = (csv) => {
  const rows = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows;
};

const holds = (row, values) => values.some((value) => row.some((cell) => words(cell) === words(value)));
const words = (text) => text.trim().replace(/\s+/g, ' ');

const errorsIn = (sheets) =>
  [...sheets].flatMap(([name, rows]) =>
    rows.flatMap((row, index) =>
      row
        .filter((cell) => /^(#[A-Z/0]+[!?]|#N\/A|Err:\d+)$/.test(cell))
        .map((cell) => `${name}, row ${index + 1}: ${cell}`),
    ),
  );
