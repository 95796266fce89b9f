// Twelve packs and their roll-up: by our own verify, by veraPDF, by the Open XML SDK, by LibreOffice's own arithmetic, and in a browser.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../checks.mjs';
import { listen, openBrowser } from '../chromium.mjs';
import { PROGRAM, ROOT, WORK } from '../example.mjs';
import { Q2, writeTeams } from '../rollup/teams.mjs';
import { output, run } from '../shell.mjs';
import { openCells } from '../workbooks/cells.mjs';
import { recalculated } from '../workbooks/office.mjs';
import { writeStale } from '../workbooks/stale.mjs';
import { openXmlFaults } from '../workbooks/validate.mjs';
import { classPath, verdictsOn } from './archive.mjs';

const HOME = join(WORK, 'rollup');
const OUT = join(HOME, 'out');
const QUARTER = join(OUT, '2026-Q3');

const program = (...words) => output(process.execPath, [PROGRAM, ...words], { cwd: ROOT });

export const rollup = async () => {
  rmSync(HOME, { recursive: true, force: true });
  // The second team's approvals are not in yet; one team has a pack of the quarter before.
  build(writeTeams(join(HOME, 'q2'), 1, () => true, Q2));
  build(writeTeams(join(HOME, 'q3'), 12, (team) => team !== 1));
  program('rollup', QUARTER);
  const files = openRollup(join(QUARTER, 'rollup/draft'));
  const portfolio = JSON.parse(readFileSync(files.portfolio, 'utf8'));
  return [
    ...verdictsOn({ name: 'a roll-up', file: files.pdf }, classPath()),
    check('the Open XML SDK finds nothing: a roll-up', openXmlFaults(files.workbook), 'no error'),
    await recalculates(files.workbook, portfolio),
    countsOnPage(files.page, portfolio),
    await sortsAndFilters(files.page, portfolio),
    ...verifies(files.folder),
    ...becomesFinal(),
  ];
};

const build = (attestations) => {
  program('lock', ...attestations);
  program('build', ...attestations, '-o', OUT);
};

const openRollup = (folder) => {
  const at = (ending) => join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? ending);
  return {
    folder,
    portfolio: join(folder, 'portfolio.json'),
    pdf: at('-report.pdf'),
    workbook: at('-workbook.xlsx'),
    page: at('-page.html'),
  };
};

/** Every check on Control is TRUE after LibreOffice has computed it from a file that claims wrong values. */
const recalculates = async (workbook, { totals, packs }) => {
  const stale = join(HOME, 'rollup-stale.xlsx');
  const formulas = writeStale(workbook, stale);
  const cells = await openCells(recalculated(stale, join(HOME, 'recalculated')));
  const checks = cells
    .rowsOf('Control')
    .filter((row) => typeof row[1] === 'number' && typeof row[2] === 'number');
  const wrong = checks
    .filter((row) => row[3] !== true || row[1] !== row[2])
    .map((row) => `${row[0]}: ${row[1]} and ${row[2]}`);
  const shown = checks.map((row) => row[1]);
  const lost = [packs.here, totals.customer.of, totals.provider.of, totals.findings.of].filter(
    (figure) => !shown.includes(figure),
  );
  const faults = [
    ...wrong,
    ...(cells.named('checks_all') === true ? [] : ['checks_all is not TRUE']),
    ...lost.map((figure) => `no check shows ${figure}`),
    ...(checks.length < 40 ? [`Control has ${checks.length} checks only`] : []),
  ];
  return check(
    "recalculated by LibreOffice, every total is the portfolio's",
    faults,
    `${formulas} formulas, ${checks.length} checks`,
  );
};

/** The page as Chromium shows it: every team there, linked to a file that exists. */
const countsOnPage = (page, { teams }) => {
  const html = output('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--dump-dom',
    `file://${page}`,
  ]);
  const links = [...html.matchAll(/href="(\.\.\/[^"]+)"/g)].map(([, href]) => href);
  const dead = [...new Set(links)].filter((href) => {
    const path = new URL(href, `file://${page}`);
    return run('test', ['-f', decodeURIComponent(path.pathname)]).code !== 0;
  });
  const lost = teams.filter(({ href }) => !links.includes(href)).map(({ name }) => `no link to ${name}`);
  return check(
    'the page in Chromium leads to every pack',
    [...lost, ...dead.map((href) => `dead link ${href}`)],
    `${teams.length} teams`,
  );
};

/** Sorted by what is supported and filtered to one team, the total of all teams stays below. */
const sortsAndFilters = async (file, { teams }) => {
  const browser = await openBrowser(join(HOME, 'profile'));
  try {
    const page = await browser.newPage();
    const faults = listen(page);
    await page.goto(pathToFileURL(file).href);
    const figures = () =>
      page.$$eval('#teams tbody tr:not([hidden]) td:nth-child(3) data', (cells) =>
        cells.map((cell) => Number(cell.value)),
      );
    await page.click('#teams thead th:nth-child(3) button');
    const sorted = await figures();
    const wanted = teams.map(({ totals }) => totals.customer.supported).toSorted((one, other) => one - other);
    if (sorted.join() !== wanted.join()) faults.push(`sorted: ${sorted}; should be ${wanted}`);
    await page.type('#teams input[type=search]', teams[0].name);
    if ((await figures()).length !== 1) faults.push(`${await figures()} are shown of ${teams[0].name} alone`);
    if ((await page.$$('#teams tfoot tr:not([hidden])')).length !== 1) faults.push('the total is gone');
    return check('its tables sort and filter, and totals stay below', faults, `${teams.length} teams`);
  } finally {
    await browser.close();
  }
};

const verifies = (folder) => {
  const whole = run(process.execPath, [PROGRAM, 'verify', folder, '--require', 'packs,portfolio'], {
    cwd: ROOT,
  });
  const [name] = readdirSync(QUARTER).filter((one) => one.startsWith('lending.'));
  const manifest = join(QUARTER, name, 'draft/manifest.json');
  const before = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, before.replace('2026-10-09', '2026-10-10'));
  const changed = run(process.execPath, [PROGRAM, 'verify', folder], { cwd: ROOT });
  const again = run(process.execPath, [PROGRAM, 'rollup', QUARTER, '-o', join(HOME, 'elsewhere')], {
    cwd: ROOT,
  });
  writeFileSync(manifest, before);
  return [
    check('verify is ok, with every pack at hand', whole.code === 0 ? [] : [whole.out + whole.err], 'exit 0'),
    check(
      'one pack that was changed is caught by verify',
      changed.code === 1 && changed.out.includes('listed-pack-changed') ? [] : [changed.out],
      'exit 1',
    ),
    check(
      'and refused by the next roll-up, by name',
      again.code === 0 && again.out.includes(`Refused: ${name}`) ? [] : [again.out + again.err],
      name,
    ),
  ];
};

/** With the last approvals in, the roll-up is final, and the next run finds nothing to do. */
const becomesFinal = () => {
  build(writeTeams(join(HOME, 'q3'), 12).slice(1, 2));
  const first = program('rollup', QUARTER);
  const second = program('rollup', QUARTER);
  program('rollup', QUARTER, '-o', join(QUARTER, 'again'));
  const [one, other] = ['rollup/v1', 'again/v1'].map((place) => join(QUARTER, place));
  const differing = readdirSync(one).filter(
    (name) => !readFileSync(join(one, name)).equals(readFileSync(join(other, name))),
  );
  return [
    check(
      'complete, it is final, and then up to date',
      first.includes('Final, version 1') && second.includes('up to date') ? [] : [first + second],
      'version 1',
    ),
    check('made again, it has the same bytes', differing, `${readdirSync(one).length} members`),
  ];
};
