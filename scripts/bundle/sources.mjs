// How our own sources are read before they are packed: by names that lead straight to where a thing is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirect } from './barrels.mjs';

/** What stands for the package `yaml` behind the form of it that `parts.mjs` packs. */
const YAML = 'node_modules/yaml/browser/dist/index.js';

export const sources = {
  name: 'sources',
  setup(build) {
    const direct = makeDirect({ yaml: join(build.initialOptions.absWorkingDir, YAML) });
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) =>
      path.includes('node_modules')
        ? undefined
        : { contents: asNamespace(direct(path, readFileSync(path, 'utf8'))), loader: 'ts' },
    );
  },
};

/** `import { z } from 'zod'` asks for all of zod, its words in forty languages included; asked for as a namespace, what is not used falls away. */
const asNamespace = (text) => text.replace(/^import \{ z \} from 'zod';$/m, "import * as z from 'zod';");
