// The same document printed by Chromium: as many pages, every word in its place, and the same picture within a tolerance.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../checks.mjs';
import { documentOf } from '../documents/draw-page.mjs';
import { SHARED } from '../documents/shared-pages.mjs';
import { ROOT, WORK } from '../example.mjs';
import { output } from '../shell.mjs';

/** How far a word may stand from where the browser puts it, in points: it rounds to pixels, and raises a superscript a little less. */
const FAR = 2;
/** Resolution of the pictures, and what they may differ in: mean of the grey levels, and share of pixels off by a quarter or more. */
const DPI = 36;
const MEAN = 5;
const SHARE = 0.03;

export const browser = async () => {
  const checks = [];
  for (const page of SHARED) checks.push(...(await compare(page)));
  return checks;
};

const compare = async (page) => {
  const [ours, theirs] = await bothFiles(page);
  const [own, other] = [wordsOf(ours), wordsOf(theirs)];
  return [
    check(
      `Chromium puts every word where we do: ${page.name}`,
      wordFaults(own, other),
      `${own.length} words, within ${FAR} pt`,
    ),
    check(`Chromium paints the same picture: ${page.name}`, ...pictureVerdict(ours, theirs)),
  ];
};

const bothFiles = async (page) => {
  const load = (path) => import(pathToFileURL(join(ROOT, '.reports/modules', path)).href);
  const { writePdf } = await load('write/pdf/index.js');
  const { writeHtml } = await load('write/html/index.js');
  const stem = join(WORK, `browser-${page.name.replaceAll(' ', '-')}`);
  writeFileSync(`${stem}.html`, writeHtml(await documentOf(page)));
  writeFileSync(`${stem}.pdf`, await writePdf(await documentOf(page), []));
  output('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-pdf-header-footer',
    `--user-data-dir=${stem}.profile`,
    `--print-to-pdf=${stem}-chromium.pdf`,
    pathToFileURL(`${stem}.html`).href,
  ]);
  return [`${stem}.pdf`, `${stem}-chromium.pdf`];
};

/** Words with their page and box, from the top left. */
const wordsOf = (file) => {
  const words = [];
  let page = 0;
  for (const line of output('pdftotext', ['-bbox', file, '-']).split('\n')) {
    if (line.includes('<page ')) page += 1;
    const found =
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (found !== null && !MARKER.test(found[5]))
      words.push({ page, x: Number(found[1]), y: Number(found[2]), text: found[5] });
  }
  return words;
};

/** A browser draws bullets as shapes. */
const MARKER = /^[•◦▪]$/;

/** Compared by place, not in order, for browsers paint in another order. */
const wordFaults = (own, other) => {
  if (own.length !== other.length) return [`${own.length} words here, ${other.length} there`];
  const there = new Map();
  for (const word of other) there.set(word.text, [...(there.get(word.text) ?? []), word]);
  return own.flatMap((word) => {
    const alike = there.get(word.text) ?? [];
    const near = alike.some(
      (one) => one.page === word.page && Math.abs(one.x - word.x) <= FAR && Math.abs(one.y - word.y) <= FAR,
    );
    if (near) return [];
    const far = (one) =>
      Math.abs(one.page - word.page) * 1e4 + Math.abs(one.x - word.x) + Math.abs(one.y - word.y);
    const [nearest] = alike.slice().sort((a, b) => far(a) - far(b));
    const closest = nearest === undefined ? 'nowhere' : `page ${nearest.page} at ${nearest.x}, ${nearest.y}`;
    return [`“${word.text}” on page ${word.page} at ${word.x}, ${word.y}; there ${closest}`];
  });
};

const pictureVerdict = (ours, theirs) => {
  const pairs = [picturesOf(ours), picturesOf(theirs)];
  if (pairs[0].length !== pairs[1].length)
    return [[`${pairs[0].length} pages here, ${pairs[1].length} there`], ''];
  const differences = pairs[0].map((one, index) => difference(one, pairs[1][index]));
  const worst = {
    mean: Math.max(...differences.map(({ mean }) => mean)),
    share: Math.max(...differences.map(({ share }) => share)),
  };
  const told = `mean difference ${worst.mean.toFixed(2)} of 255, ${(worst.share * 100).toFixed(2)} % of pixels far off; allowed ${MEAN} and ${SHARE * 100} %`;
  return [worst.mean <= MEAN && worst.share <= SHARE ? [] : [told], told];
};

/** Grey pictures of all pages: width, height, and the bytes after the header of a PGM. */
const picturesOf = (file) => {
  const raw = output('pdftoppm', ['-r', String(DPI), '-gray', file], { encoding: 'latin1' });
  const pictures = [];
  let rest = raw;
  while (rest.length > 0) {
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(rest.slice(0, 40));
    if (header === null) throw new Error(`pdftoppm printed no picture of ${file}`);
    const [width, height] = [Number(header[1]), Number(header[2])];
    const size = width * height;
    const bytes = Buffer.from(rest.slice(header[0].length, header[0].length + size), 'latin1');
    pictures.push({ width, height, bytes });
    rest = rest.slice(header[0].length + size);
  }
  return pictures;
};

/** Over the part both have: the browser's paper may be a pixel larger. */
const difference = (one, other) => {
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  if (Math.abs(one.width - other.width) > 2 || Math.abs(one.height - other.height) > 2)
    return { mean: 255, share: 1 };
  let sum = 0;
  let far = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const off = Math.abs(one.bytes[y * one.width + x] - other.bytes[y * other.width + x]);
      sum += off;
      if (off >= 64) far += 1;
    }
  }
  return { mean: sum / (width * height), share: far / (width * height) };
};
