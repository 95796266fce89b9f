// The same HTML printed by Chromium: the browser stays open, each pack is a page of its own, tagged and with an outline.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { CHROMIUM, WORK } from '../places.mjs';
import { htmlOf } from './chromium/html.mjs';

let browser = null;
let folder = null;

export const chromium = {
  name: 'chromium',
  version: () => /[\d.]{5,}/.exec(spawnSync(CHROMIUM, ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? '',
  tagged: true,
  less: 'no page numbers in the contents, no PDF/A',

  async prepare() {
    mkdirSync(WORK, { recursive: true });
    folder = mkdtempSync(join(WORK, 'chromium-'));
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--allow-file-access-from-files'],
      protocolTimeout: 600_000,
    });
  },

  async render(pack) {
    const file = join(folder, 'pack.html');
    writeFileSync(file, htmlOf(pack));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href, { timeout: 0 });
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
    });
    await page.close();
    return bytes;
  },

  async close() {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  },
};
