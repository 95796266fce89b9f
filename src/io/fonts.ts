// Font files that come with the program, and those that somebody installed beside it or where the program is run.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InstalledFont } from '../document/files.ts';
import { Failure } from '../problem.ts';
import { readWhole } from './files.ts';

type Row = readonly [family: string, file: string];

/** By the path a theme names them with: `bundled/ibm-plex-sans/400.ttf`. */
const BUNDLED: Readonly<Record<string, Row>> = {
  'ibm-plex-sans/400.ttf': ['ibm-plex-sans', '400Regular/IBMPlexSans_400Regular.ttf'],
  'ibm-plex-sans/400-italic.ttf': ['ibm-plex-sans', '400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf'],
  'ibm-plex-sans/500.ttf': ['ibm-plex-sans', '500Medium/IBMPlexSans_500Medium.ttf'],
  'ibm-plex-sans/600.ttf': ['ibm-plex-sans', '600SemiBold/IBMPlexSans_600SemiBold.ttf'],
  'ibm-plex-sans/600-italic.ttf': ['ibm-plex-sans', '600SemiBold_Italic/IBMPlexSans_600SemiBold_Italic.ttf'],
  'ibm-plex-sans/700.ttf': ['ibm-plex-sans', '700Bold/IBMPlexSans_700Bold.ttf'],
  'ibm-plex-mono/400.ttf': ['ibm-plex-mono', '400Regular/IBMPlexMono_400Regular.ttf'],
  'ibm-plex-mono/600.ttf': ['ibm-plex-mono', '600SemiBold/IBMPlexMono_600SemiBold.ttf'],
  'noto-sans-arabic/400.ttf': ['noto-sans-arabic', '400Regular/NotoSansArabic_400Regular.ttf'],
  'noto-sans-arabic/700.ttf': ['noto-sans-arabic', '700Bold/NotoSansArabic_700Bold.ttf'],
  'noto-sans-hebrew/400.ttf': ['noto-sans-hebrew', '400Regular/NotoSansHebrew_400Regular.ttf'],
  'noto-sans-hebrew/700.ttf': ['noto-sans-hebrew', '700Bold/NotoSansHebrew_700Bold.ttf'],
  'noto-sans-symbols/400.ttf': ['noto-sans-symbols', '400Regular/NotoSansSymbols_400Regular.ttf'],
  'noto-sans-symbols-2/400.ttf': ['noto-sans-symbols-2', '400Regular/NotoSansSymbols2_400Regular.ttf'],
  'noto-sans-math/400.ttf': ['noto-sans-math', '400Regular/NotoSansMath_400Regular.ttf'],
};

export type NamedFile = readonly [path: string, bytes: Uint8Array];

/** All of them, as files of a template. */
export const readBundledFonts = (): Promise<readonly NamedFile[]> =>
  Promise.all(
    Object.entries(BUNDLED).map(async ([name, [family, file]]): Promise<NamedFile> => {
      const home = createRequire(import.meta.url).resolve(`${SCOPE}/${family}/package.json`);
      return [`bundled/${name}`, await readFont(join(dirname(home), file))];
    }),
  );

const SCOPE = '@expo-google-fonts';

const readFont = async (path: string): Promise<Uint8Array> => {
  const bytes = await readWhole(path);
  if (bytes === null)
    throw new Failure('input-missing', `There is no font ${path}.`, 'Install its package again.');
  return bytes;
};

/** Fonts of tens of megabytes, which whoever writes in these scripts installs. */
const INSTALLED: Readonly<Record<string, Row>> = Object.fromEntries(
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
