// A copy of a workbook whose formulas no longer say what they come to: every cached value is a wrong one. Only a program that
// really computes them can show the right figures.
import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const FORMULA_CELL = /<c r="[A-Z]+\d+"[^>]*>\s*<f[ >][\s\S]*?<\/c>/g;
const WRONG = { b: '0', str: 'stale', n: '-99999' };

/** Writes the copy and says how many formulas it has. */
export const writeStale = (file, copy) => {
  let formulas = 0;
  const parts = unzipSync(readFileSync(file));
  for (const path of Object.keys(parts).filter((name) => SHEET.test(name))) {
    const xml = new TextDecoder().decode(parts[path]);
    const stale = xml.replace(FORMULA_CELL, (cell) => {
      formulas += 1;
      const type = / t="(b|str)"/.exec(cell)?.[1] ?? 'n';
      return cell.replace(/<v>[\s\S]*?<\/v>|<v\/>/, `<v>${WRONG[type]}</v>`);
    });
    parts[path] = new TextEncoder().encode(stale);
  }
  writeFileSync(copy, zipSync(parts));
  return formulas;
};
