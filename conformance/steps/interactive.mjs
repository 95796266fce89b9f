// Interactive tables in a real browser: sorted, filtered, by mouse and by keyboard, on paper, without the script, and with
// scripts of others that the page must not run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../checks.mjs';
import { listen, openBrowser } from '../chromium.mjs';
import { documentOf } from '../documents/draw-page.mjs';
import { TEAMS, TEAMS_PAGE } from '../documents/teams-page.mjs';
import { ROOT, WORK } from '../example.mjs';
import { output } from '../shell.mjs';

const HOME = join(WORK, 'interactive');
const FILE = join(HOME, 'teams.html');
const [NORTH, SOUTH] = [TEAMS.slice(0, 30), TEAMS.slice(30)];

export const interactive = async () => {
  mkdirSync(HOME, { recursive: true });
  const { writeHtml } = await import(pathToFileURL(join(ROOT, '.reports/modules/write/html/index.js')).href);
  writeFileSync(FILE, writeHtml(await documentOf(TEAMS_PAGE)));
  const browser = await openBrowser(join(HOME, 'profile'));
  try {
    return [...(await used(browser)), await withoutScript(browser), await keptOut(browser)];
  } finally {
    await browser.close();
  }
};

const used = async (browser) => {
  const page = await browser.newPage();
  const faults = listen(page);
  await page.goto(pathToFileURL(FILE).href);
  const checks = [
    check(
      'tables sort by number, day and word, within their groups, and back',
      await sorts(page),
      '6 orders',
    ),
    check('and by the keyboard alone', await byKeyboard(page), 'Tab, Enter and Space'),
    check(
      'tables filter by words and by choice, and say how many rows are left',
      await filters(page),
      '60 rows',
    ),
    check('a link into a hidden row shows it again', await leads(page), '#t3'),
    check(
      'on paper the order and the filter stay and the controls do not',
      await prints(page),
      'print to PDF',
    ),
  ];
  const injected = await page.evaluate(() => window.injected ?? document.querySelector('img') !== null);
  const markup = injected ? ['a text of the table became markup'] : [];
  return [
    ...checks,
    check(
      'nothing went wrong in the page, and texts stay texts',
      [...faults, ...markup],
      'console and requests',
    ),
  ];
};

const idsOf = (page, table = 'all') =>
  page.$$eval(`#${table} > tbody > tr`, (rows) =>
    rows.filter((row) => row.getClientRects().length > 0).map(({ id }) => id),
  );
const sortOf = (page) =>
  page.$$eval('#all th[scope=col], #all thead th', (cells) =>
    cells.map((cell) => cell.getAttribute('aria-sort')),
  );
const differs = (what, found, wanted) =>
  JSON.stringify(found) === JSON.stringify(wanted)
    ? []
    : [`${what}: ${found.join(' ')}; should be ${wanted.join(' ')}`];

/** Both groups sorted by a comparison of our own, each under its heading, which has no id. */
const inGroups = (compare) =>
  [NORTH, SOUTH].flatMap((teams) => ['', ...teams.toSorted(compare).map(({ id }) => id)]);
const byDuties = (a, b) => a.duties - b.duties;
const byDay = (a, b) => (a.day === null) - (b.day === null) || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
const byName = ({ name: a }, { name: b }) => {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
};
const fixed = () => 0;

const sorts = async (page) => {
  const faults = [];
  const press = async (column, what, compare, says) => {
    await page.click(`#all thead th:nth-child(${column}) button`);
    faults.push(...differs(what, await idsOf(page), inGroups(compare)));
    const told = (await sortOf(page))[column - 1];
    if (told !== says) faults.push(`${what}: aria-sort is ${told}`);
  };
  await press(2, 'duties upwards', byDuties, 'ascending');
  await press(2, 'duties downwards', (a, b) => -byDuties(a, b), 'descending');
  await press(2, 'the order of the document', fixed, null);
  await press(3, 'days upwards', byDay, 'ascending');
  await press(
    3,
    'days downwards',
    (a, b) => (a.day === null || b.day === null ? byDay(a, b) : -byDay(a, b)),
    'descending',
  );
  await press(1, 'names upwards', byName, 'ascending');
  const others = [
    ...(await idsOf(page, 'few')),
    ...(await page.$$eval('#plain td', (cells) => cells.map((cell) => cell.textContent))),
  ];
  faults.push(...differs('the other tables', others, ['few-t0', 'few-t1', 'few-t2', 'b', 'a']));
  return faults;
};

/** Goes on from names upwards. */
const byKeyboard = async (page) => {
  await page.focus('#all thead th:nth-child(1) button');
  await page.keyboard.press('Enter');
  const down = differs(
    'names downwards',
    await idsOf(page),
    inGroups((a, b) => byName(b, a)),
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const next = differs('duties upwards', await idsOf(page), inGroups(byDuties));
  const focus = await page.evaluate(() => document.activeElement?.textContent);
  return [...down, ...next, ...(focus === 'Duties' ? [] : [`the focus is on ${focus}`])];
};

const countOf = (page) => page.$eval('[role=status]', (count) => count.textContent);
const wantedIds = (isWanted) =>
  [NORTH, SOUTH].flatMap((teams) => {
    const ids = teams
      .filter(isWanted)
      .toSorted(byDuties)
      .map(({ id }) => id);
    return ids.length === 0 ? [] : ['', ...ids];
  });

const filters = async (page) => {
  const label = await page.$eval('label:has(input)', (one) => one.textContent.trim());
  const faults = label === 'Find <b> teams' ? [] : [`the label is ${label}`];
  const look = async (what, isWanted) => {
    const ids = wantedIds(isWanted);
    faults.push(...differs(what, await idsOf(page), ids));
    const [told, shown] = [await countOf(page), ids.filter((id) => id !== '').length];
    if (told !== `${shown} of ${TEAMS.length} rows`) faults.push(`${what}: the count says ${told}`);
  };
  await look('nothing searched', () => true);
  await page.type('input[type=search]', 'ÖL waived');
  await look('two words', ({ name, result }) => name.startsWith('Öl') && result === 'Waived');
  await setSearch(page, '<img');
  await look('a text like markup', ({ name }) => name.startsWith('<img'));
  await setSearch(page, 'there is none');
  await look('what is nowhere', () => false);
  await setSearch(page, '');
  const options = await page.$$eval('select option', (all) => all.map(({ text }) => text));
  faults.push(...differs('the choices', options, ['All results', 'Not supported', 'Supported', 'Waived']));
  await page.select('select', 'Supported');
  await look('a choice', ({ result }) => result === 'Supported');
  return faults;
};

const setSearch = async (page, text) => {
  await page.focus('input[type=search]');
  await page.$eval('input[type=search]', (field) => field.select());
  await page.keyboard.press('Backspace');
  if (text !== '') await page.keyboard.type(text);
};

const leads = async (page) => {
  await setSearch(page, 'there is none');
  await page.click('a[href="#t3"]');
  const box = await page.$eval('#t3', (row) => row.getBoundingClientRect().height);
  return box > 0 && (await countOf(page)) === '60 of 60 rows'
    ? []
    : [`the row is ${box} high, ${await countOf(page)}`];
};

/** Sorted by duties upwards, and filtered to what is waived. */
const prints = async (page) => {
  await page.select('select', 'Waived');
  const file = join(HOME, 'teams.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  const text = output('pdftotext', ['-layout', file, '-']);
  const figures = [...text.matchAll(/([\d,]+)\s+(?:[\d.]{10}\s+)?(?:Waived|Supported|Not supported)$/gm)].map(
    ([, figure]) => Number(figure.replace(',', '')),
  );
  const wanted = [NORTH, SOUTH].flatMap((teams) =>
    teams
      .filter(({ result }) => result === 'Waived')
      .toSorted(byDuties)
      .map(({ duties }) => duties),
  );
  // The short table stands behind, in the order of the document.
  const few = TEAMS.slice(0, 3).map(({ duties }) => duties);
  const count = `${wanted.length} of 60 rows`;
  return [
    ...differs('duties on paper', figures, [...wanted, ...few]),
    ...(text.includes(count) ? [] : [`the paper does not say ${count}`]),
    ...['Find <b>', 'All results'].filter((one) => text.includes(one)).map((one) => `the paper shows ${one}`),
  ];
};

const withoutScript = async (browser) => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(FILE).href);
  const text = await page.$eval('main', (main) => main.textContent);
  const rows = await page.$$eval(
    '#all tbody tr',
    (all) => all.filter((row) => row.getClientRects().length > 0).length,
  );
  const controls = await page.$$eval('button, input, select', (all) => all.length);
  const lost = TEAMS.filter(({ name }) => !text.includes(name)).map(({ name }) => `no ${name}`);
  await page.close();
  return check(
    'without scripts the page reads as it is, and has no controls that do nothing',
    [
      ...lost,
      ...(rows === TEAMS.length + 2 ? [] : [`${rows} rows`]),
      ...(controls === 0 ? [] : [`${controls} controls`]),
    ],
    `${TEAMS.length} rows`,
  );
};

/** What a page would look like into which something slipped: the policy alone must keep it from running. */
const SLIPPED = `<script>window.injected = 'inline'</script><script type="module">window.injected = 'module'</script>
<p id="handler" onclick="window.injected = 'handler'">x</p><img src="data:," onerror="window.injected = 'error'">
<script src="data:text/javascript,window.injected='address'"></script></main>`;

const keptOut = async (browser) => {
  const file = join(HOME, 'slipped.html');
  writeFileSync(file, readFileSync(FILE, 'utf8').replace('</main>', SLIPPED));
  const page = await browser.newPage();
  const told = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  await page.click('#handler');
  await page.click('#all thead th:nth-child(2) button');
  const ran = await page.evaluate(() => window.injected ?? null);
  const ours = (await sortOf(page))[1];
  const refused = told.filter((text) => /Content Security Policy/.test(text)).length;
  return check(
    'the policy of the page keeps out every other script, and ours runs',
    [
      ...(ran === null ? [] : [`it ran: ${ran}`]),
      ...(ours === 'ascending' ? [] : ['our own script does not run']),
      ...(refused >= 5 ? [] : [`the browser refused ${refused} of 5`]),
    ],
    `${refused} refused`,
  );
};
