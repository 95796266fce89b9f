// Of exceljs only what writes workbooks is packed: its reader, its CSV and its streams would bring old packages that nothing of ours calls.
// What is left out throws when it is called after all, so that a version of exceljs that needs it is noticed and not half right.

const LIBRARY = /[\\/]node_modules[\\/]exceljs[\\/]/;
const SPACE = 'only-writer';

/** What stands for the package itself. */
const WRITER = "module.exports = { Workbook: require('exceljs/lib/doc/workbook.js') };";

/** Modules of exceljs that only its reader and its CSV need, by how it asks for them. */
const LEFT_OUT = /^(\.\.\/csv\/csv|(\.\.\/)+utils\/parse-sax)$/;

const leftOut = (name) =>
  `module.exports = class { constructor() { throw new Error(${JSON.stringify(`exceljs/${name} is not part of this program.`)}); } };`;

export const onlyWriter = {
  name: SPACE,
  setup(build) {
    build.onResolve({ filter: /^exceljs$/ }, ({ resolveDir }) => ({
      path: 'exceljs',
      namespace: SPACE,
      pluginData: { resolveDir },
    }));
    build.onResolve({ filter: LEFT_OUT }, ({ path, importer }) =>
      LIBRARY.test(importer) ? { path, namespace: SPACE } : undefined,
    );
    // A copy of Node's own streams as they were, for browsers.
    build.onResolve({ filter: /^readable-stream$/ }, ({ importer }) =>
      LIBRARY.test(importer) ? { path: 'node:stream', external: true } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: SPACE }, ({ path, pluginData }) => ({
      contents: path === 'exceljs' ? WRITER : leftOut(path.replaceAll('../', '')),
      resolveDir: pluginData?.resolveDir,
    }));
  },
};
