// Draws one page of HTML and CSS through the product's own stages, as a template without a report would be.
import { dirname, join } from 'node:path';
import { ROOT } from '../example.mjs';

const load = (path) => import(join(ROOT, '.reports/modules', path));

/** Bytes of the PDF. Diagnostics of what the page is refused for come as the error's message. */
export const drawPage = async (page) => {
  const { writePdf } = await load('write/pdf/index.js');
  return writePdf(await documentOf(page), []);
};

/** The document tree of a page: `files` are more files of its template, by path. */
export const documentOf = async ({ html, css, files = {} }) => {
  const { loadTemplate, renderReport } = await load('document/index.js');
  const fonts = await bundledFonts();
  const texts = {
    'report.hbs': html,
    'workbook.hbs': WORKBOOK,
    'theme.css': css,
    'words.en.yaml': 'none: None\n',
  };
  const own = Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]);
  try {
    const template = loadTemplate(
      { id: 'page', files: { ...fonts, ...files, ...Object.fromEntries(own) } },
      'en',
    );
    return renderReport(template, REPORT);
  } catch (error) {
    const lines = error.details?.diagnostics ?? error.diagnostics ?? [];
    throw new Error([error.message, ...lines.map((one) => `${one.file} ${one.sentence}`)].join('\n'), {
      cause: error,
    });
  }
};

const WORKBOOK = '<html lang="en"><head><title>none</title></head><body></body></html>';
const REPORT = {
  'as-of': '2026-10-09',
  maker: { tool: { name: 'countersign', version: '0' }, template: { language: 'en' } },
};

let fonts;
/** The fonts that come with the program, under the paths a theme names them by. */
const bundledFonts = async () => {
  const { readTemplateFolder } = await load('io/template-folder.js');
  fonts ??= readTemplateFolder(join(ROOT, 'templates', 'audit-pack')).then(({ files }) =>
    Object.fromEntries(
      Object.entries(files).filter(([path]) => dirname(path) !== '.' && path.startsWith('bundled/')),
    ),
  );
  return fonts;
};
