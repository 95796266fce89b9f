// Where things are. COUNTERSIGN_DIST names another build of the product, so that two can be held against each other.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = dirname(HERE);
export const WORK = join(ROOT, '.reports', 'bench');
export const DIST = resolve(process.env.COUNTERSIGN_DIST ?? join(ROOT, 'dist'));

const plexSans = (file) => join(HERE, 'node_modules/@expo-google-fonts/ibm-plex-sans', file);

/** The two faces all engines set the pages in. */
export const FONTS = {
  regular: plexSans('400Regular/IBMPlexSans_400Regular.ttf'),
  semibold: plexSans('600SemiBold/IBMPlexSans_600SemiBold.ttf'),
};
