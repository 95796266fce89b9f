// Font files that come with the program, and those that somebody installed beside it or where the program is run.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InstalledFont } from '../document/files.ts';
import { Failure } from '../problem.ts';
import { BUNDLED_FONTS, type FontRow } from './bundled-fonts.ts';
import { readWhole } from './files.ts';

export type NamedFile = readonly [path: string, bytes: Uint8Array];

/** All of them, as files of a template. */
export const readBundledFonts = (): Promise<readonly NamedFile[]> =>
  Promise.all(
    Object.entries(BUNDLED_FONTS).map(
      async ([name, [family, file]]): Promise<NamedFile> => [
        `bundled/${name}`,
        await readFont(join(homeOfBundled(family), file)),
      ],
    ),
  );

const SCOPE = '@expo-google-fonts';

/** As published they lie in a folder beside the one this module was packed into; sources take them from their packages. */
const PUBLISHED = fileURLToPath(new URL('../fonts/', import.meta.url));

const homeOfBundled = (family: string): string =>
  existsSync(PUBLISHED)
    ? join(PUBLISHED, family)
    : dirname(createRequire(import.meta.url).resolve(`${SCOPE}/${family}/package.json`));

const readFont = async (path: string): Promise<Uint8Array> => {
  const bytes = await readWhole(path);
  if (bytes === null)
    throw new Failure('input-missing', `There is no font ${path}.`, 'Install its package again.');
  return bytes;
};

/** Fonts of tens of megabytes, which whoever writes in these scripts installs. */
const INSTALLED: Readonly<Record<string, FontRow>> = Object.fromEntries(
  ['JP', 'KR', 'SC', 'TC'].flatMap((name) => {
    const family = `noto-sans-${name.toLowerCase()}`;
    return [
      [`${family}/400.ttf`, [family, `400Regular/NotoSans${name}_400Regular.ttf`]],
      [`${family}/700.ttf`, [family, `700Bold/NotoSans${name}_700Bold.ttf`]],
    ] as const;
  }),
);

/** Those that are there, found as packages are: beside the program, else from the folder `from` upwards. None is read yet. */
export const findInstalledFonts = (from: string = process.cwd()): readonly InstalledFont[] =>
  Object.entries(INSTALLED).flatMap(([name, [family, file]]) => {
    const home = homeOf(family, from);
    return home === null ? [] : [{ path: `installed/${name}`, read: () => readFont(join(home, file)) }];
  });

const homeOf = (family: string, from: string): string | null => {
  const starts = [import.meta.url, join(from, 'package.json')];
  const folders = starts.flatMap((start) => createRequire(start).resolve.paths(SCOPE) ?? []);
  return (
    folders
      .map((folder) => join(folder, SCOPE, family))
      .find((home) => existsSync(join(home, 'package.json'))) ?? null
  );
};
