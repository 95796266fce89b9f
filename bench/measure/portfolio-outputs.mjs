// Nobody wins by leaving work out: a few teams' files of every engine, held against what the teams say.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import exceljs from 'exceljs';
import { bookTexts } from '../work/team-book.mjs';
import { teamName, teamPack } from '../work/teams.mjs';
import { checkPdf, holdWords } from './outputs.mjs';

const textOf = ({ value }) => (typeof value === 'string' ? value : (value?.text ?? ''));

const cellTexts = async (file) => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(readFileSync(file));
  const texts = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => texts.push(textOf(cell))));
  return texts.join('\n');
};

/** `{ pages, tagged, lacking, wanted, bytes }` of one team's two files, words of both together. */
const checkPair = async ({ pdf, xlsx }, pack) => {
  const onPages = checkPdf(pdf, pack);
  const inCells = holdWords(bookTexts(pack), await cellTexts(xlsx));
  return {
    pages: onPages.pages,
    tagged: onPages.tagged,
    lacking: onPages.lacking + inCells.lacking,
    wanted: onPages.wanted + inCells.wanted,
    bytes: statSync(pdf).size + statSync(xlsx).size,
  };
};

/** The two files of a pack that the program built below `out`. */
const builtPair = (out, seed) => {
  const files = readdirSync(out, { recursive: true })
    .filter((path) => basename(path).startsWith(`${teamName(seed)}.`))
    .map((path) => join(out, path));
  return {
    pdf: files.find((path) => path.endsWith('.pdf')),
    xlsx: files.find((path) => path.endsWith('.xlsx')),
  };
};

const sum = (checks, field) => checks.reduce((all, one) => all + one[field], 0);

/** Of the teams of `seeds`: `out` names the folder of built packs, or what files of another engine begin with. */
export const checkTeams = async (seeds, pairOf) => {
  const checks = [];
  for (const seed of seeds) checks.push(await checkPair(pairOf(seed), teamPack(seed)));
  return {
    pages: checks[0].pages,
    tagged: checks.every(({ tagged }) => tagged),
    lacking: sum(checks, 'lacking'),
    wanted: sum(checks, 'wanted'),
    bytes: sum(checks, 'bytes') / checks.length,
  };
};

export const checkBuilt = (out, seeds) => checkTeams(seeds, (seed) => builtPair(out, seed));

export const checkPeer = (folder, name, seeds) =>
  checkTeams(seeds, (seed) => {
    const file = join(folder, `${name}-${teamName(seed)}`);
    return { pdf: `${file}.pdf`, xlsx: `${file}.xlsx` };
  });
