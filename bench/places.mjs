// Where things are. COUNTERSIGN_DIST names another build of the product, module by module, so that two can be held against each other.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = dirname(HERE);
export const WORK = join(ROOT, '.reports', 'bench');
const OTHER = process.env.COUNTERSIGN_DIST;

/** The program as it is published, run as a whole. */
export const PROGRAM = join(resolve(OTHER ?? join(ROOT, 'dist')), 'cli/main.js');

/** The library as it is published. */
export const LIBRARY = pathToFileURL(join(resolve(OTHER ?? join(ROOT, 'dist')), 'index.js')).href;

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const MODULES = resolve(OTHER ?? join(ROOT, '.reports/modules'));

/** A module of the product, like `pack/index.js`, for what is measured within a process. */
export const product = (module) => import(pathToFileURL(join(MODULES, module)).href);

const plexSans = (file) => join(HERE, 'node_modules/@expo-google-fonts/ibm-plex-sans', file);

/** The two faces all engines set the pages in. */
export const FONTS = {
  regular: plexSans('400Regular/IBMPlexSans_400Regular.ttf'),
  semibold: plexSans('600SemiBold/IBMPlexSans_600SemiBold.ttf'),
};
