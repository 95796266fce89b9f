// Random documents: every word of the document comes out of the file's structure tree once and in order, whatever the page size.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { check } from '../checks.mjs';
import { drawPage } from '../documents/draw-page.mjs';
import { randomPage } from '../documents/random-page.mjs';
import { WORK } from '../example.mjs';
import { output } from '../shell.mjs';
import { letters, structureText } from '../structure-text.mjs';

const SEED = 20260930;
const DOCUMENTS = 30;

export const structure = async () => {
  let words = 0;
  const property = fc.asyncProperty(randomPage, async (page) => {
    const file = join(WORK, 'random.pdf');
    writeFileSync(file, await drawPage(page));
    words += page.words.length;
    output('qpdf', ['--check', file]);
    const told = letters(structureText(file));
    const expected = letters(page.words.join(''));
    if (told !== expected) throw new Error(difference(expected, told));
  });
  const outcome = await fc.check(property, { seed: SEED, numRuns: DOCUMENTS });
  const faults = outcome.failed
    ? [`${outcome.errorInstance?.message}\n${outcome.counterexample?.[0]?.html}`]
    : [];
  return [
    check(
      'every word of a random document is in its structure tree once and in order',
      faults,
      `${outcome.numRuns} documents, ${words} words`,
    ),
  ];
};

const difference = (expected, told) => {
  const at = [...expected].findIndex((letter, index) => letter !== told[index]);
  const from = Math.max(0, at === -1 ? expected.length - 20 : at - 20);
  return `expected …${expected.slice(from, from + 60)}…, the structure tree has …${told.slice(from, from + 60)}…`;
};
