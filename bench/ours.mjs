// Our own engine by the pieces the program itself uses: template rendering, parsing, styling, layout, tags and PDF/A.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, HERE, ROOT } from './places.mjs';

const from = (module) => import(pathToFileURL(join(DIST, module)).href);

let engine = null;

export const countersign = {
  name: 'countersign',
  packageName: null,
  version: () => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
  tagged: true,
  less: '',

  async prepare() {
    const [{ loadTemplate, renderReport }, { writePdf }, { readTemplateFolder }] = await Promise.all([
      from('document/index.js'),
      from('write/pdf/index.js'),
      from('io/template-folder.js'),
    ]);
    const template = loadTemplate(await readTemplateFolder(join(HERE, 'template')), 'en');
    engine = (pack) => writePdf(renderReport(template, pack), []);
  },

  render: (pack) => engine(pack),
};
