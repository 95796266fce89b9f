// `import { z } from 'zod'` asks for all of zod, its words in forty languages included; asked for as a namespace, what is not used falls away.
import { readFileSync } from 'node:fs';

export const namespaces = {
  name: 'namespaces',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) =>
      path.includes('node_modules')
        ? undefined
        : {
            contents: readFileSync(path, 'utf8').replace(
              /^import \{ z \} from 'zod';$/m,
              "import * as z from 'zod';",
            ),
            loader: 'ts',
          },
    );
  },
};
