// Writes src/write/html/table-script.ts: the text of browser/interactive-tables.mjs as one constant, letter by letter.
import { readFileSync, writeFileSync } from 'node:fs';
import { tableScriptModule } from './table-script-module.mjs';

const place = (path) => new URL(`../${path}`, import.meta.url);
const text = readFileSync(place('browser/interactive-tables.mjs'), 'utf8');
writeFileSync(place('src/write/html/table-script.ts'), tableScriptModule(text));
