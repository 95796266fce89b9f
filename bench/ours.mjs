// Our own engine by the pieces the program itself uses: template rendering, parsing, styling, layout, tags and PDF/A.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HERE, product, ROOT } from './places.mjs';

let engine = null;

export const countersign = {
  name: 'countersign',
  packageName: null,
  version: () => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
  tagged: true,
  less: '',

  async prepare() {
    const [{ loadTemplate, renderReport }, { writePdf }, { readTemplateFolder }, { growHeapSlowly }] =
      await Promise.all([
        product('document/index.js'),
        product('write/pdf/index.js'),
        product('io/template-folder.js'),
        product('io/heap.js'),
      ]);
    const template = loadTemplate(await readTemplateFolder(join(HERE, 'template')), 'en');
    // As the program does when it starts.
    growHeapSlowly();
    engine = async (pack) => {
      const document = renderReport(template, pack);
      // What was rendered needs the pack no more: nobody's stack is to keep it while pages are drawn.
      await null;
      return writePdf(document, []);
    };
  },

  render: (pack) => engine(pack),
};
