// A form filled in by LibreOffice and merged back: exactly what was typed is applied, whatever was sorted, moved or hidden, and what
// changed on both sides is a conflict in which the attestation stays.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { ATTESTATION, PROGRAM, ROOT, WORK } from '../example.mjs';
import { run } from '../shell.mjs';
import { openCells } from '../workbooks/cells.mjs';
import { fillIn } from '../workbooks/fill-in.mjs';
import { recalculated } from '../workbooks/office.mjs';
import { writeStale } from '../workbooks/stale.mjs';
import { openXmlFaults } from '../workbooks/validate.mjs';

const DATA = join(WORK, 'form-data');
const FILE = join(DATA, ATTESTATION);
const FORM = join(WORK, 'form.xlsx');
const FILLED = join(WORK, 'filled.xlsx');
const OPEN = 'ibm-code-engine/SRC-02-C1';
const STATED = 'ibm-code-engine/IOM-01-C1';

const EDITS = [
  ['Answers', OPEN, 'Status', 'planned'],
  ['Answers', OPEN, 'Owner', 'lead'],
  ['Answers', OPEN, 'Statement', '=1+1 is text//- and so is this'],
  ['Answers', OPEN, 'Last performed', 'date:46296'],
  ['Answers', OPEN, 'Evidence', 'EV-90, EV-01'],
  ['Answers', STATED, 'Statement', 'Said in the form.'],
  ['Answers', 'ibm-code-engine/CM-01-C1', 'Status', 'formula:="partial"'],
  ['Evidence', 'row 40', 'Id', 'EV-90'],
  ['Evidence', 'row 40', 'Type', 'ticket'],
  ['Evidence', 'row 40', 'Title', '@title'],
  ['Evidence', 'row 40', 'Location', 'OPS-4711'],
];
const WANTED = {
  [`${OPEN} status`]: 'applied planned',
  [`${OPEN} owner`]: 'applied lead',
  [`${OPEN} statement`]: 'applied =1+1 is text\n- and so is this',
  [`${OPEN} last-performed`]: 'applied 2026-10-01',
  [`${OPEN} evidence`]: 'applied EV-90 | EV-01',
  [`${STATED} statement`]: 'conflict Said in the form.',
  'ibm-code-engine/CM-01-C1 status': 'rejected ="partial"',
  'EV-90 type': 'applied ticket',
  'EV-90 title': 'applied @title',
  'EV-90 location': 'applied OPS-4711',
};

const countersign = (...words) => run(process.execPath, [PROGRAM, ...words], { cwd: DATA });

export const form = async () => {
  for (const path of [DATA, FORM, FILLED]) rmSync(path, { recursive: true, force: true });
  cpSync(join(ROOT, 'data'), DATA, { recursive: true });
  const made = countersign('form', 'make', FILE, '-o', FORM);
  const plain = countersign('form', 'apply', FILE, FORM, '--json');
  fillIn(FORM, FILLED, EDITS, { sorted: 'Answers', hide: 'Area', move: 'Statement' });
  const before = readFileSync(FILE, 'utf8').replace(
    '    IOM-01-C1:\n      status: implemented\n',
    '$&      reason: Written meanwhile.\n',
  );
  const now = before.replace(/(IOM-01-C1:\n[\s\S]*?statement: )>-\n(?: {8}.*\n)+/, '$1Said in the file.\n');
  writeFileSync(FILE, now);
  const dry = countersign('form', 'apply', FILE, FILLED, '--dry-run');
  const stayed = readFileSync(FILE, 'utf8') === now;
  const applied = countersign('form', 'apply', FILE, FILLED, '--json');
  const again = countersign('form', 'apply', FILE, FILLED, '--json');
  return [
    check(
      'the form is made, and untouched it changes nothing',
      untouched(made, plain),
      made.out.split('\n')[0],
    ),
    check('the Open XML SDK finds nothing: the form', openXmlFaults(FORM), 'no error'),
    check('LibreOffice computes the same of what is still to do', await toDoFaults(), 'every row'),
    check('a dry run writes nothing', stayed && dry.code === 1 ? [] : [dry.err || dry.out], 'the file stays'),
    check(
      'what was typed in LibreOffice is merged cell by cell',
      differences(applied),
      `${EDITS.length} edits`,
    ),
    check('every other line of the file stays', strayLines(now), 'comments and layout'),
    check('the conflict stays one, and nothing is applied twice', appliedIn(again), 'the second time'),
  ];
};

const untouched = (made, plain) => {
  if (made.code !== 0) return [made.err];
  const { cells, notes } = JSON.parse(plain.out);
  return [...cells, ...notes].map((one) => JSON.stringify(one));
};

/** The form claims wrong values, so that what LibreOffice saves is what it computed. */
const toDoFaults = async () => {
  const stale = join(WORK, 'form-stale.xlsx');
  const formulas = writeStale(FORM, stale);
  const [ours, theirs] = [
    await openCells(FORM),
    await openCells(recalculated(stale, join(WORK, 'recalculated'))),
  ];
  const shown = (cells) => cells.rowsOf('Answers').map((row) => row.slice(0, 2).join(': '));
  const found = shown(theirs);
  return formulas === 0 ? ['no formula was found'] : shown(ours).filter((row, index) => row !== found[index]);
};

const cellsOf = ({ out, err }) => {
  if (out === '') throw new Error(err);
  return Object.fromEntries(
    JSON.parse(out).cells.map(({ id, field, kind, form: typed }) => [`${id} ${field}`, `${kind} ${typed}`]),
  );
};

const differences = (applied) => {
  const found = cellsOf(applied);
  return [...new Set([...Object.keys(found), ...Object.keys(WANTED)])]
    .filter((key) => found[key] !== WANTED[key])
    .map((key) => `${key}: wanted ${WANTED[key]}, found ${found[key]}`);
};

/** Lines that were there and are not any more; the applied duty had nothing under its key. */
const strayLines = (now) => {
  const after = readFileSync(FILE, 'utf8').split('\n');
  return now.split('\n').filter((line) => !after.includes(line));
};

const appliedIn = (again) =>
  Object.entries(cellsOf(again))
    .filter(([, what]) => what.startsWith('applied'))
    .map(([key]) => key);
