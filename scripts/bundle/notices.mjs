// THIRD-PARTY-NOTICES.txt: who made what was packed, and under which licence it may be passed on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bundle.mjs';

/** Licences that ask for no more than to be told of. */
const FINE = new Set([
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'OFL-1.1', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Zlib'],
]);

/** `node_modules/a/node_modules/b` for a file of b: the innermost package. */
const packageOf = (path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;

const plain = (expression) => expression.replace(/^\((.*)\)$/, '$1');

/** Packages that name none in their package.json, by the text they hold. */
const BY_TEXT = { 'png-js 2.0.0': 'MIT' };

/** `A AND B` asks for both, `A OR B` leaves the choice. */
const isFine = (expression) => {
  const alternatives = plain(expression).split(' OR ');
  return alternatives.some((one) => one.split(' AND ').every((licence) => FINE.has(licence)));
};

const nameOf = (author) => (typeof author === 'string' ? author : (author?.name ?? ''));

const textsIn = (folder) =>
  readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file) && existsSync(join(folder, file)))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());

const noticeOf = (path) => {
  const folder = join(ROOT, path);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const called = `${about.name} ${about.version}`;
  const license = about.license ?? BY_TEXT[called];
  if (typeof license !== 'string' || !isFine(license))
    throw new Error(`${called} is under ${license}, which nobody has agreed to pass on.`);
  const texts = textsIn(folder);
  const said = [called, `Licence: ${license}`];
  if (nameOf(about.author) !== '') said.push(`By ${nameOf(about.author)}`);
  if (texts.length === 0) said.push('The package holds no text of its licence but this name of it.');
  return [said.join('\n'), ...texts].join('\n\n');
};

const RULE = `\n\n${'-'.repeat(78)}\n\n`;

/** The text, from the paths of all files that went into the published program. Throws for a licence that is not among those above. */
export const noticesFor = (paths) => {
  const packages = [...new Set(paths.map(packageOf).filter((one) => one !== null))].sort();
  const opening = 'This program holds the work of others, packed into its files or beside them.';
  return `${[opening, ...packages.map(noticeOf)].join(RULE)}\n`;
};
