// The other packs as qpdf and poppler see them: sound, every font embedded, and people's texts whole and in reading order in any script.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check } from '../checks.mjs';
import { reportsBesides } from '../packs.mjs';
import { output, run } from '../shell.mjs';
import { squeezed, structureText } from '../structure-text.mjs';

export const scripts = () =>
  reportsBesides().flatMap((report) => [sound(report), embedded(report), told(report)]);

const sound = ({ name, file }) => {
  const { code, out, err } = run('qpdf', ['--check', file]);
  return check(
    `qpdf finds no fault: ${name}`,
    code === 0 ? [] : `${out}${err}`.trim().split('\n'),
    'qpdf --check',
  );
};

const embedded = ({ name, file }) => {
  const rows = output('pdffonts', [file]).trim().split('\n').slice(2);
  const bare = rows.filter((row) => !/\s(yes)\s+(yes|no)\s+yes\s+\d+\s+\d+\s*$/.test(row));
  return check(`every font is embedded and maps to Unicode: ${name}`, bare, `${rows.length} fonts`);
};

/** Joining forms and marks of Arabic come back as the letters that were written. */
const told = ({ name, file }) => {
  const report = JSON.parse(readFileSync(join(dirname(file), 'report.json'), 'utf8'));
  const text = squeezed(structureText(file).normalize('NFKC'));
  const wanted = textsOf(report, name).map((one) => squeezed(one.normalize('NFKC')));
  return check(
    `people's texts are in the structure tree in logical order: ${name}`,
    wanted.filter((one) => !text.includes(one)),
    `${wanted.length} texts`,
  );
};

/** The duties' texts are in every template; statements and people only in the one that prints them. */
const textsOf = (report, name) => {
  const duties = report.services.flatMap(({ areas }) =>
    areas.flatMap(({ resources }) => resources.flatMap(({ customer }) => customer)),
  );
  const texts = duties.map(({ text }) => text);
  if (name !== 'many scripts') return texts;
  return [
    ...texts,
    ...duties.flatMap(({ statement, reason }) => [statement, reason]).filter((one) => one != null),
    ...report.assertion.limitations,
    report.assertion['subsequent-events'],
    report.team.name,
    report.system.name,
  ];
};
