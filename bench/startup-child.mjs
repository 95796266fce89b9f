// One pack in one process: `PACK OUT`, from a file to OUT.pdf and OUT.xlsx, by the library as it is published, in a process started as the program starts its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HERE, LIBRARY, product } from './places.mjs';

const [packFile, out] = process.argv.slice(2);
const { DRAWER } = await import(LIBRARY);
const { growHeapSlowly } = await product('io/heap.js');
const { optimiseLate } = await product('io/optimiser.js');
const { readTemplateFolder } = await product('io/template-folder.js');
growHeapSlowly();
optimiseLate();
const pack = JSON.parse(readFileSync(packFile, 'utf8'));
const { pdf, xlsx } = await DRAWER.pack(pack, await readTemplateFolder(join(HERE, 'template')), [], null);
writeFileSync(`${out}.pdf`, pdf);
writeFileSync(`${out}.xlsx`, xlsx);
