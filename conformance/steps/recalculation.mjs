// Workbooks in the hands of other programs: the Open XML SDK validates each, LibreOffice opens, recalculates and saves each, and what
// its own engine then shows is what report.json says. The files it is given claim wrong values, so nothing is taken on trust.
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { WORK } from '../example.mjs';
import { openCells } from '../workbooks/cells.mjs';
import { figureFaults } from '../workbooks/figures.mjs';
import { recalculated } from '../workbooks/office.mjs';
import { packsWithWorkbooks } from '../workbooks/packs.mjs';
import { writeStale } from '../workbooks/stale.mjs';
import { openXmlFaults } from '../workbooks/validate.mjs';

export const recalculation = async (example) => {
  const checks = [];
  for (const { name, pack } of packsWithWorkbooks(example)) checks.push(...(await checksOf(name, pack)));
  return checks;
};

const checksOf = async (name, { workbook, report }) => {
  const stale = join(WORK, `${name.replace(/\W+/g, '-')}-stale.xlsx`);
  const formulas = writeStale(workbook, stale);
  const cells = await openCells(recalculated(stale, join(WORK, 'recalculated')));
  return [
    check(`the Open XML SDK finds nothing: ${name}`, openXmlFaults(workbook), 'no error'),
    check(
      `recalculated by LibreOffice, every figure is the report's and every check TRUE: ${name}`,
      formulas === 0 ? ['no formula was found'] : figureFaults(cells, report),
      `${formulas} formulas`,
    ),
  ];
};
