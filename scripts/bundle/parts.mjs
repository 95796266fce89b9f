// Parts of packages for wholes, where we use the part and the whole takes long to load.
import { join } from 'node:path';

/** How a package is asked for, and what stands for it. */
const PARTS = {
  // Its parser, without the grammar of every property, which comes from a megabyte of JSON.
  'css-tree': "export { default as parse } from 'css-tree/parser'; export { List } from 'css-tree/utils';",
  // Node's own, for the port to JavaScript that fontkit unpacks WOFF2 with.
  'brotli/decompress.js':
    "import { brotliDecompressSync } from 'node:zlib'; export default (bytes) => new Uint8Array(brotliDecompressSync(bytes));",
  // Maps from compiled templates to their sources, which nobody asks for. Handlebars has its own way of going without.
  'source-map': "throw new Error('There are no source maps here.');",
};

const SPACE = 'parts';

/**
 * The same parser in the form that goes to browsers. In the one for Node it looks into the environment at every token whether somebody
 * wants to see it at work, which takes a tenth of the time that reading a file takes, or more.
 */
const YAML = 'node_modules/yaml/browser/index.js';

export const parts = {
  name: SPACE,
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, () => ({
      path: join(build.initialOptions.absWorkingDir, YAML),
    }));
    build.onResolve({ filter: /^(css-tree|brotli\/decompress\.js|source-map)$/ }, ({ path, resolveDir }) => ({
      path,
      namespace: SPACE,
      pluginData: { resolveDir },
    }));
    build.onLoad({ filter: /.*/, namespace: SPACE }, ({ path, pluginData }) => ({
      contents: PARTS[path],
      resolveDir: pluginData.resolveDir,
    }));
  },
};
