// Files that the packed program reads from its own folder: fonts, and the colour profile of pdfkit.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { CHUNKS, ROOT } from './bundle.mjs';

const SCOPE = 'node_modules/@expo-google-fonts';
const PROFILE = 'data/sRGB_IEC61966_2_1.icc';

/** The program's own list of them, `family/file`. */
const fontFiles = async () => {
  const { code } = transformSync(readFileSync(`${ROOT}src/io/bundled-fonts.ts`, 'utf8'), { loader: 'ts' });
  const { BUNDLED_FONTS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return Object.values(BUNDLED_FONTS).map((row) => row.join('/'));
};

const copy = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(ROOT, from), to);
};

/** Copies them into the folder of the packed program and gives the paths they were taken from. */
export const copyAssets = async (folder) => {
  const fonts = await fontFiles();
  for (const font of fonts) copy(`${SCOPE}/${font}`, join(folder, 'fonts', font));
  const profile = `node_modules/pdfkit/js/${PROFILE}`;
  copy(profile, join(folder, CHUNKS, PROFILE));
  return [...fonts.map((font) => `${SCOPE}/${font}`), profile];
};
