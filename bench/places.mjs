// Where things are. COUNTERSIGN_DIST names another build of the product, so that two can be held against each other.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = dirname(HERE);
export const WORK = join(ROOT, '.reports', 'bench');
export const DIST = resolve(process.env.COUNTERSIGN_DIST ?? join(ROOT, 'dist'));

/** A module of the build that is measured, like `pack/index.js`. */
export const product = (module) => import(pathToFileURL(join(DIST, module)).href);

const plexSans = (file) => join(HERE, 'node_modules/@expo-google-fonts/ibm-plex-sans', file);

/** The two faces all engines set the pages in. */
export const FONTS = {
  regular: plexSans('400Regular/IBMPlexSans_400Regular.ttf'),
  semibold: plexSans('600SemiBold/IBMPlexSans_600SemiBold.ttf'),
};
