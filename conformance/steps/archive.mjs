// The report as veraPDF sees it: PDF/A-3 for the archive, PDF/UA-1 for a screen reader.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, reported } from '../checks.mjs';
import { WORK } from '../example.mjs';
import { output } from '../shell.mjs';

/** The report says of itself that it keeps these standards, so a verdict against it fails. False: it is printed and fails nothing. */
const BINDING = true;

const FLAVOURS = { '3a': 'PDF/A-3a', '3b': 'PDF/A-3b', ua1: 'PDF/UA-1' };
const HERE = fileURLToPath(new URL('../verapdf/', import.meta.url));

export const archive = ({ pdf }) => {
  const verdicts = JSON.parse(
    lastLine(output('java', ['-cp', classPath(), `${HERE}Verdicts.java`, pdf, ...Object.keys(FLAVOURS)])),
  );
  return verdicts.map(({ flavour, passes, checks, failed }) => {
    const clauses = failed.map(({ clause, times, what }) => `${clause} (${times} times): ${what}`);
    const faults = passes || clauses.length > 0 ? clauses : ['veraPDF says no and names no clause'];
    return (BINDING ? check : reported)(`veraPDF: ${FLAVOURS[flavour]}`, faults, `${checks} checks`);
  });
};

/** Fetched by Maven, once a machine. */
const classPath = () => {
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
