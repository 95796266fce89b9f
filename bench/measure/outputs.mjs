// Nobody wins by leaving work out: pages, tags, and whether every word of the pack stands in the file as often as in the pack.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterLink, answerOf, headingOf } from '../peers/look.mjs';
import { outFile, packFile } from './whole.mjs';

const output = (program, args) => {
  const { stdout, error, status } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (error !== undefined) throw new Error(`${program} (poppler-utils) could not run: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return stdout;
};

/** Everything a pack prints on its pages; titles stand in the contents as well. */
const textsOf = (pack) => {
  const parts = pack.areas.flatMap((area) => [area, ...area.resources]);
  const duties = pack.areas.flatMap(({ resources }) => resources.flatMap((resource) => resource.duties));
  return [
    ...[pack.organisation, pack.kind, pack.title, pack.period, pack.summary, 'Contents'],
    ...pack.keys.flatMap(({ name, value }) => [name, value]),
    ...parts.flatMap((part) => [headingOf(part), headingOf(part), part.scope ?? '']),
    ...duties.flatMap((duty) => [...answerOf(duty), duty.text, duty.statement]),
    ...duties.flatMap(({ evidence }) => evidence.map((one) => one.id + afterLink(one))),
  ];
};

/** Letters and digits only: where a line may end within 2026-10-09 differs between engines. */
const count = (text) => {
  const counts = new Map();
  for (const word of text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const lackOf = (wanted, found) =>
  [...wanted].reduce((sum, [word, times]) => sum + Math.max(0, times - (found.get(word) ?? 0)), 0);

const total = (counts) => [...counts.values()].reduce((sum, one) => sum + one, 0);

const field = (info, name) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(info)?.[1] ?? '';

/** `{ words, wanted, lacking }`: how many of the texts' words are not in what was found. */
export const holdWords = (texts, found) => {
  const [wanted, there] = [count(texts.join('\n')), count(found)];
  return { words: total(there), wanted: total(wanted), lacking: lackOf(wanted, there) };
};

/** `{ pages, tagged, words, wanted, lacking }` of a PDF that ought to say what a pack says. */
export const checkPdf = (file, pack) => {
  const info = output('pdfinfo', [file]);
  return {
    pages: Number(field(info, 'Pages')),
    tagged: field(info, 'Tagged') === 'yes',
    ...holdWords(textsOf(pack), output('pdftotext', ['-raw', file, '-'])),
  };
};

/** The same of the file that an engine wrote for a work. */
export const checkOutput = (name, work) =>
  checkPdf(outFile(work, name), JSON.parse(readFileSync(packFile(work), 'utf8')));
