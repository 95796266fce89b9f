// The reports as veraPDF sees them: PDF/A-3 for the archive, PDF/UA-1 for a screen reader.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../checks.mjs';
import { WORK } from '../example.mjs';
import { reportsBesides } from '../packs.mjs';
import { output } from '../shell.mjs';

const FLAVOURS = { '3a': 'PDF/A-3a', '3b': 'PDF/A-3b', ua1: 'PDF/UA-1' };
const HERE = fileURLToPath(new URL('../verapdf/', import.meta.url));

export const archive = ({ pdf }) => {
  const classes = classPath();
  return [{ name: 'the example', file: pdf }, ...reportsBesides()].flatMap((report) =>
    verdictsOn(report, classes),
  );
};

/** What veraPDF says of one report, against each flavour. */
export const verdictsOn = ({ name, file }, classes) => {
  const verdicts = JSON.parse(
    lastLine(output('java', ['-cp', classes, `${HERE}Verdicts.java`, file, ...Object.keys(FLAVOURS)])),
  );
  return verdicts.map(({ flavour, passes, checks, failed }) => {
    const clauses = failed.map(({ clause, times, what }) => `${clause} (${times} times): ${what}`);
    const faults = passes || clauses.length > 0 ? clauses : ['veraPDF says no and names no clause'];
    return check(`veraPDF: ${FLAVOURS[flavour]}, ${name}`, faults, `${checks} checks`);
  });
};

/** Fetched by Maven, once a machine. */
export const classPath = () => {
  const file = join(WORK, 'verapdf.classpath');
  output('mvn', [
    '-B',
    '-q',
    '-f',
    `${HERE}pom.xml`,
    'dependency:build-classpath',
    `-Dmdep.outputFile=${file}`,
  ]);
  return readFileSync(file, 'utf8').trim();
};

const lastLine = (text) => text.trim().split('\n').at(-1);
