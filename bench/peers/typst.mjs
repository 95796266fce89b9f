// The same pages by Typst: a document of its own language that reads the pack as JSON; tagged, PDF/A-3a, its memo emptied after each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONTS, HERE } from '../places.mjs';

const FOLDER = join(HERE, 'peers/typst');

let compiler = null;

export const typst = {
  name: 'typst',
  packageName: '@myriaddreamin/typst-ts-node-compiler',
  tagged: true,
  less: '',

  async prepare() {
    compiler = NodeCompiler.create({
      fontArgs: [{ fontBlobs: Object.values(FONTS).map((file) => readFileSync(file)) }],
      workspace: FOLDER,
    });
  },

  async render(pack) {
    compiler.mapShadow(join(FOLDER, 'pack.json'), Buffer.from(JSON.stringify(pack)));
    const compiled = compiler.compile({ mainFilePath: join(FOLDER, 'report.typ') });
    if (compiled.result === null)
      throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
    const bytes = compiler.pdf(compiled.result, { pdfStandard: 'a-3a', pdfTags: true });
    compiler.evictCache(0);
    return bytes;
  },
};
