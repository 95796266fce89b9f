// The report as poppler and qpdf see it: sound, tagged, whole, with its attachments.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { WORK } from '../example.mjs';
import { output, run } from '../shell.mjs';
import { squeezed, structureText } from '../structure-text.mjs';

export const pdf = ({ pdf: file, report, members, customerDuties, providerDuties }) => {
  const duties = [...customerDuties, ...providerDuties];
  return [
    soundness(file),
    information(file, report),
    fonts(file),
    readAloud(file, duties),
    printed(file, duties),
    attachments(file, members),
  ];
};

const soundness = (file) => {
  const { code, out, err } = run('qpdf', ['--check', file]);
  return check(
    'qpdf finds no fault in its structure',
    code === 0 ? [] : `${out}${err}`.trim().split('\n'),
    'qpdf --check',
  );
};

const information = (file, report) => {
  const info = Object.fromEntries(
    [...output('pdfinfo', [file]).matchAll(/^([^:]+):\s*(.*)$/gm)].map(([, key, value]) => [key, value]),
  );
  const language = languageOf(file);
  return check(
    'it has a title, a language and tags',
    [
      ...(info.Title?.includes(report.system.name)
        ? []
        : [`the title does not name the system: ${info.Title}`]),
      ...(info.Tagged === 'yes' ? [] : [`tagged: ${info.Tagged}`]),
      ...(/^[a-z]{2}(-[A-Z]{2})?$/.test(language ?? '') ? [] : [`language: ${language}`]),
    ],
    `${info.Title}; ${language}; ${info.Pages} pages`,
  );
};

/** The catalogue's own language, in qpdf's reading of the file. */
const languageOf = (file) => {
  const [, objects] = JSON.parse(output('qpdf', ['--json', '--json-key=qpdf', file])).qpdf;
  const catalogue = objects[`obj:${objects.trailer.value['/Root']}`];
  return catalogue.value['/Lang']?.replace(/^u:/, '');
};

const fonts = (file) => {
  const rows = output('pdffonts', [file]).trim().split('\n').slice(2);
  const bare = rows.filter((row) => !/\s(yes)\s+(yes|no)\s+yes\s+\d+\s+\d+\s*$/.test(row));
  return check(
    'every font is embedded and maps to Unicode',
    rows.length === 0 ? ['no fonts at all'] : bare,
    `${rows.length} fonts`,
  );
};

const readAloud = (file, duties) => {
  const text = squeezed(structureText(file));
  const lost = duties.filter((duty) => !text.includes(squeezed(duty.text)));
  return check(
    "every duty's text is in the structure tree",
    lost.map(({ id }) => id),
    `${duties.length} duties`,
  );
};

const printed = (file, duties) => {
  const words = new Set(output('pdftotext', ['-raw', file, '-']).split(/\s+/));
  const lost = duties.filter(({ duty }) => !words.has(duty)).map(({ id }) => id);
  const missing = new Set(duties.flatMap(({ text }) => text.split(/\s+/)).filter((word) => !words.has(word)));
  return check(
    "every duty's id and words are on the pages",
    [...lost, ...missing],
    `${words.size} different words`,
  );
};

/** The report and every input travel inside the PDF under their paths in the pack, byte for byte. */
const attachments = (file, members) => {
  const attached = new Map(attachmentNames(file).map((name, index) => [name, attachment(file, index + 1)]));
  const expected = [...members].filter(([path]) => path === 'report.json' || path.startsWith('inputs/'));
  const lost = expected
    .filter(([path, bytes]) => !attached.get(path.replaceAll('/', '_'))?.equals(bytes))
    .map(([path]) => `not attached: ${path}`);
  return check('it carries report.json and every input, byte for byte', lost, `${attached.size} attachments`);
};

const attachmentNames = (file) =>
  output('pdfdetach', ['-list', file])
    .split('\n')
    .flatMap((line) => /^\d+: (.*)$/.exec(line)?.[1] ?? []);

const attachment = (file, number) => {
  const target = join(WORK, 'attachment');
  output('pdfdetach', ['-save', String(number), '-o', target, file]);
  return readFileSync(target);
};
