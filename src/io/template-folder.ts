// Reads a template's folder and puts the fonts beside it that come with the program.
import { basename, join, resolve } from 'node:path';
import type { TemplateFiles } from '../document/files.ts';
import { Failure } from '../problem.ts';
import { listTree, readWhole, resolveInside } from './files.ts';
import { findInstalledFonts, type NamedFile, readBundledFonts } from './fonts.ts';

/** Throws `input-missing` when there is no such folder, `input-invalid` when a link in it leads out of it, `disk`. */
export const readTemplateFolder = async (folder: string): Promise<TemplateFiles> => {
  const tree = await listTree(folder);
  if (tree === null)
    throw new Failure('input-missing', `There is no template folder ${folder}.`, 'Check the path.');
  const own = tree
    .map(({ path }) => path)
    .filter((path) => !/^(?:bundled|installed)\//.test(path) && !isHidden(path));
  const [files, fonts] = await Promise.all([
    Promise.all(own.map((path) => readOwn(folder, path))),
    readBundledFonts(),
  ]);
  return {
    id: basename(resolve(folder)),
    files: Object.fromEntries([...files, ...fonts]),
    installed: findInstalledFonts(),
  };
};

/** What editors and systems leave behind is no part of a template, and would change its digest. */
export const isHidden = (path: string): boolean =>
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
