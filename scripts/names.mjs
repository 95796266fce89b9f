// Writes src/io/bundled-names.ts: what data/names/ibm.names.yaml says, read once and for all.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readNames } from '../.reports/modules/read/names.js';

const place = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const FILE = 'src/io/bundled-names.ts';

const HEAD = `// Made from data/names/ibm.names.yaml by \`npm run names\`; change it there. It is a module of the program, because an import would
// otherwise spend more time on reading these names than on the page.
import type { Names } from '../model/names.ts';

/** The names that come with the program. */
export const BUNDLED_NAMES: Names = `;

/** One line for each service and keyword. */
const linesOf = (entries) =>
  Object.entries(entries).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},`);

const name = 'data/names/ibm.names.yaml';
const { value, diagnostics } = readNames({ name, bytes: readFileSync(place(name)) });
if (value === null) throw new Error(diagnostics.map(({ sentence }) => sentence).join('\n'));
const { services, keywords, ...about } = value;
const parts = [
  ...linesOf(about),
  ...['services: {', ...linesOf(services), '},'],
  ...['keywords: {', ...linesOf(keywords), '},'],
];
writeFileSync(place(FILE), `${HEAD}{\n${parts.join('\n')}\n};\n`);
spawnSync('npx', ['biome', 'check', '--write', FILE], { cwd: place('.'), stdio: 'inherit' });
