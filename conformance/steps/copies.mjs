// An auditor's copy, worked in by LibreOffice: marks and notes typed, rows sorted, a column hidden, saved. Nothing of that is a difference;
// a result that was changed, a digest, and a formula that became a value are, each with both values.
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { PROGRAM, ROOT, WORK } from '../example.mjs';
import { run } from '../shell.mjs';
import { fillIn } from '../workbooks/fill-in.mjs';

const HIDING = { sorted: 'Duties', hide: 'Controls' };
const DUTY = 'ibm-code-engine/SRC-01-C4';
const OWN = [
  ['Duties', DUTY, 'Tick mark', '✓'],
  ['Duties', DUTY, "Auditor's note", '=1+1 is what the note says'],
  ['Duties', DUTY, 'Own result', 'Partly supported'],
  ['Findings', 'F-001', "Auditor's note", 'Seen.'],
  ['Review notes', 'row 2', 'Note', 'Ask for the export again.'],
];
const NOT_THEIRS = [
  ['Duties', DUTY, 'Result', 'Supported'],
  ['Evidence', 'EV-01', 'SHA-256', 'sha256:0'],
  ['Waivers', 'WV-01', 'Days left', '99'],
];

export const copies = ({ folder, workbook }) => {
  const honest = compared(folder, workbook, 'honest.xlsx', OWN);
  const changed = compared(folder, workbook, 'changed.xlsx', [...OWN, ...NOT_THEIRS]);
  const listed = changed.copy.differences.map(({ sheet }) => sheet).sort();
  const wanted = NOT_THEIRS.map(([sheet]) => sheet).sort();
  return [
    check(
      'a copy that was sorted and filled in, saved by LibreOffice, differs in nothing',
      honest.copy.differences.map((one) => JSON.stringify(one)),
      `${OWN.length} cells of the auditor's`,
    ),
    check(
      'cells that are not the auditor’s are listed, these and no others',
      String(listed) === String(wanted) ? [] : changed.copy.differences.map((one) => JSON.stringify(one)),
      `${NOT_THEIRS.length} changed`,
    ),
    check(
      'and end the command with 1',
      honest.code === 0 && changed.code === 1 ? [] : [`${honest.code}, ${changed.code}`],
      '0 and 1',
    ),
  ];
};

const compared = (folder, workbook, name, edits) => {
  const copy = join(WORK, name);
  fillIn(workbook, copy, edits, HIDING);
  const { code, out, err } = run(
    process.execPath,
    [PROGRAM, 'verify', folder, '--workbook', copy, '--json'],
    { cwd: ROOT },
  );
  if (out === '') throw new Error(err);
  return { code, ...JSON.parse(out) };
};
