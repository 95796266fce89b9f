// Reads a template's folder and puts the fonts beside it that come with the program.
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { TemplateFiles } from '../document/files.ts';
import { Failure } from '../problem.ts';
import { listTree, readWhole, resolveInside } from './files.ts';

/** By the path a theme names them with: `bundled/ibm-plex-sans/400.ttf`. */
const FONTS: Readonly<Record<string, readonly [family: string, file: string]>> = {
  'ibm-plex-sans/400.ttf': ['ibm-plex-sans', '400Regular/IBMPlexSans_400Regular.ttf'],
  'ibm-plex-sans/400-italic.ttf': ['ibm-plex-sans', '400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf'],
  'ibm-plex-sans/500.ttf': ['ibm-plex-sans', '500Medium/IBMPlexSans_500Medium.ttf'],
  'ibm-plex-sans/600.ttf': ['ibm-plex-sans', '600SemiBold/IBMPlexSans_600SemiBold.ttf'],
  'ibm-plex-sans/600-italic.ttf': ['ibm-plex-sans', '600SemiBold_Italic/IBMPlexSans_600SemiBold_Italic.ttf'],
  'ibm-plex-sans/700.ttf': ['ibm-plex-sans', '700Bold/IBMPlexSans_700Bold.ttf'],
  'ibm-plex-mono/400.ttf': ['ibm-plex-mono', '400Regular/IBMPlexMono_400Regular.ttf'],
  'ibm-plex-mono/600.ttf': ['ibm-plex-mono', '600SemiBold/IBMPlexMono_600SemiBold.ttf'],
};

/** Throws `input-missing` when there is no such folder, `input-invalid` when a link in it leads out of it, `disk`. */
export const readTemplateFolder = async (folder: string): Promise<TemplateFiles> => {
  const tree = await listTree(folder);
  if (tree === null)
    throw new Failure('input-missing', `There is no template folder ${folder}.`, 'Check the path.');
  const own = tree.map(({ path }) => path).filter((path) => !path.startsWith('bundled/') && !isHidden(path));
  const files = await Promise.all([
    ...own.map((path) => readOwn(folder, path)),
    ...Object.keys(FONTS).map(readFont),
  ]);
  return { id: basename(resolve(folder)), files: Object.fromEntries(files) };
};

type NamedFile = readonly [path: string, bytes: Uint8Array];

/** What editors and systems leave behind is no part of a template, and would change its digest. */
const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part.endsWith('~'));

const readOwn = async (folder: string, path: string): Promise<NamedFile> => {
  const target = await resolveInside(folder, path);
  const bytes = target === null ? null : await readWhole(target);
  if (bytes === null)
    throw new Failure(
      'input-missing',
      `${join(folder, path)} is not there.`,
      'Remove the link or restore the file.',
    );
  return [path, bytes];
};

const readFont = async (name: string): Promise<NamedFile> => {
  const [family, file] = FONTS[name] ?? ['', ''];
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
  const bytes = await readWhole(join(home, file));
  if (bytes === null)
    throw new Failure('bug', `The font ${file} is not installed.`, 'Install the program again.');
  return [`bundled/${name}`, bytes];
};
