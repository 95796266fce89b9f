// The preview in a real browser: it loads clean, follows a change of the template where the reader is, and shows an error until it is mended.
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { listen, openBrowser } from '../chromium.mjs';
import { ROOT, WORK } from '../example.mjs';
import { output } from '../shell.mjs';

const HOME = join(WORK, 'preview');
const TEMPLATE = join(HOME, 'template');
const ATTESTATION = join(HOME, 'data/attestations/2026-Q3/payments.attestation.yaml');
const FAMILIES = ['400 12px "Plex Sans"', '600 12px "Plex Sans"', '400 12px "Plex Mono"'];

export const preview = async ({ report }) => {
  rmSync(HOME, { recursive: true, force: true });
  cpSync(join(ROOT, 'data'), join(HOME, 'data'), { recursive: true });
  cpSync(join(ROOT, 'templates/audit-pack'), TEMPLATE, { recursive: true });
  const server = await serve();
  const browser = await openBrowser(join(HOME, 'profile'));
  try {
    return [...(await watched(server, browser, report)), ended(await server.end()), await alone(browser)];
  } finally {
    await browser.close();
    server.kill();
  }
};

const command = (...words) => [join(ROOT, 'dist/cli/main.js'), 'preview', ATTESTATION, ...words];

/** Runs until `end`, which gives its exit code; `address` is what it prints with --json. */
const serve = async () => {
  const child = spawn(process.execPath, command('--template', TEMPLATE, '--json'));
  const code = new Promise((resolve) => child.on('exit', resolve));
  let printed = '';
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (piece) => {
      printed += piece;
      if (printed.trimEnd().endsWith('}')) resolve(JSON.parse(printed).address);
    });
    code.then((ended) => reject(new Error(`the preview ended with ${ended}`)));
  });
  const end = () => {
    child.kill('SIGINT');
    return code;
  };
  return { address, end, kill: () => child.kill('SIGKILL') };
};

const watched = async ({ address }, browser, report) => {
  const page = await browser.newPage();
  const faults = listen(page);
  await page.goto(address);
  const first = await reportFrame(page);
  const loaded = [...faults, ...(await missingFonts(first)), ...(await missingTexts(first, report))];
  await page.screenshot({ path: join(WORK, 'preview.png') });
  const followed = await follows(page);
  const mended = await showsAndMends(page);
  return [
    check(
      'the preview loads in Chromium: no error, no blocked request, fonts and every duty there',
      loaded,
      await browser.version(),
    ),
    check('a changed template is shown at once, where the reader was', followed, 'theme.css'),
    check('an error stands above the last good report, and goes when it is mended', mended, 'report.hbs'),
    check('nothing went wrong in the page on the way', faults, 'console and requests'),
  ];
};

const reportFrame = async (page) => {
  const handle = await page.waitForSelector('iframe:not(.coming)');
  const frame = await handle.contentFrame();
  await frame.waitForSelector('main');
  return frame;
};

const missingFonts = (frame) =>
  frame.evaluate(async (families) => {
    await document.fonts.ready;
    const used = [...document.fonts].filter((face) => face.status === 'loaded').length;
    const missing = families.filter((font) => !document.fonts.check(font)).map((font) => `no font ${font}`);
    return used < families.length ? [...missing, `only ${used} faces were loaded`] : missing;
  }, FAMILIES);

const missingTexts = async (frame, report) => {
  const text = squeezed(await frame.evaluate(() => document.body.textContent));
  const duties = report.services.flatMap(({ areas }) =>
    areas.flatMap(({ resources }) =>
      resources.flatMap(({ customer, provider }) => [...customer, ...provider]),
    ),
  );
  return duties.filter((duty) => !text.includes(squeezed(duty.text))).map(({ id }) => `no text of ${id}`);
};
const squeezed = (text) => text.replace(/\s+/g, '');

/** Rewrites a file of the template. */
const change = (name, from, to) => {
  const path = join(TEMPLATE, name);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${name} has no ${from}`);
  writeFileSync(path, before.replace(from, to));
};

const MARK = 'rgb(1, 2, 3)';
const looksChanged = (colour) => {
  const frame = document.querySelector('iframe:not(.coming)');
  const inner = frame?.contentDocument?.querySelector('h1');
  return inner !== null && inner !== undefined && getComputedStyle(inner).color === colour;
};
const placeOf = () => document.querySelector('iframe:not(.coming)').contentWindow.scrollY;

const follows = async (page) => {
  await page.evaluate(() => document.querySelector('iframe').contentWindow.scrollTo(0, 4000));
  const before = await page.evaluate(placeOf);
  change('theme.css', '--accent: #', `--was: #`);
  change('theme.css', ':root {', `:root { --accent: ${MARK.replaceAll(',', '')};`);
  await page.waitForFunction(looksChanged, {}, MARK);
  const after = await page.evaluate(placeOf);
  return before === 4000 && after === before ? [] : [`the reader was at ${before} and is at ${after}`];
};

const showsAndMends = async (page) => {
  change('report.hbs', '{{> contents}}', '{{> contens}}');
  await page.waitForSelector('#problems article.error');
  const told = await page.$eval('#problems', (panel) => panel.textContent);
  await page.screenshot({ path: join(WORK, 'preview-error.png') });
  const wanted = ['report.hbs:', 'template-partial-unknown', '{{> contens}}', '^', 'contents'];
  const lost = wanted.filter((part) => !told.includes(part)).map((part) => `the page does not say ${part}`);
  const kept = await page.$$eval('iframe', (frames) => frames.length);
  change('report.hbs', '{{> contens}}', '{{> contents}}');
  await page.waitForFunction(() => document.querySelector('#problems').childElementCount === 0);
  return [...lost, ...(kept === 1 ? [] : ['the last good report was gone'])];
};

const ended = (code) =>
  check('an interruption ends it cleanly', code === 130 ? [] : [`it ended with ${code}`], 'exit code 130');

/** The file that --out writes, opened by itself with the network away. */
const alone = async (browser) => {
  const file = join(HOME, 'report.html');
  output(process.execPath, command('-o', file));
  const page = await browser.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const faults = listen(page);
  await page.setOfflineMode(true);
  await page.goto(`file://${file}`);
  const outside = asked.filter((url) => !/^(file|data):/.test(url));
  return check(
    'the one file opens by itself and asks for nothing',
    [...faults, ...outside, ...(await missingFonts(page.mainFrame()))],
    `${Math.ceil(readFileSync(file).length / 1000)} kB`,
  );
};
