// Which file an attestation means by a model's id and revision: the one it names, else one in `models/` beside it, else a bundled one.
import { byCodeUnits } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import { type Diagnostic, Failure } from '../problem.ts';

import type { SourceFile } from '../read/reading.ts';
import { invalid, mustRead } from './must-read.ts';
import { readModelOnce } from './read-once.ts';
import type { Shelf } from './shelf.ts';

export type FoundModel = { readonly model: Model; readonly file: SourceFile };
export type WantedModel = {
  readonly id: string;
  readonly revision?: string | undefined;
  readonly file?: string | undefined;
};

/**
 * Finds the model that the file at `path` wants. Without the wanted revision, the newest other one of the same id is taken, and evaluation says so.
 * Throws `input-missing` when the named file is not there, `model-not-found` (listing what there is) when nothing has the id.
 */
export const findModel = async (shelf: Shelf, path: string, wanted: WantedModel): Promise<FoundModel> => {
  if (wanted.file !== undefined) return readNamed(shelf, shelf.beside(path, wanted.file));
  const { broken, known } = await knownModels(shelf, path, 'models');
  const same = known.filter(({ model }) => model.id === wanted.id);
  const exact = same.find(({ model }) => model.revision === wanted.revision);
  if (exact !== undefined) return exact;
  // A file that cannot be read may be the very one that is meant, so no other is taken in its place.
  if (broken.length > 0) throw invalid(broken);
  return newest(same) ?? fail(wanted, shelf.beside(path, `models/${wanted.id}.model.yaml`), known);
};

/**
 * The model of exactly that revision, in the same places and beside `file`; null where there is none. Throws `input-invalid` where one of
 * the files there cannot be read, since it may be the very one.
 */
export const findRevision = async (
  shelf: Shelf,
  path: string,
  { id, revision, file }: WantedModel,
): Promise<FoundModel | null> => {
  const isIt = ({ model }: FoundModel): boolean => model.id === id && model.revision === revision;
  const usual = await knownModels(shelf, path, 'models');
  const found = usual.known.find(isIt);
  if (found !== undefined) return found;
  const folder = file?.replace(/[^/\\]*$/, '') ?? 'models/';
  const more = folder === 'models/' ? usual : await knownModels(shelf, path, folder === '' ? '.' : folder);
  const one = more.known.find(isIt);
  const broken = [...usual.broken, ...(more === usual ? [] : more.broken)];
  if (one === undefined && broken.length > 0) throw invalid(broken);
  return one ?? null;
};

/** The model in one file. Throws `input-missing` or `input-invalid`. */
export const readNamed = async (shelf: Pick<Shelf, 'read'>, path: string): Promise<FoundModel> => {
  const file = await shelf.read(path);
  if (file === null)
    throw new Failure(
      'input-missing',
      `There is no model file ${path}.`,
      'Check the path, or leave it out to find the model by its id.',
    );
  return { model: mustRead(readModelOnce(file)), file };
};

type Known = { readonly known: readonly FoundModel[]; readonly broken: readonly Diagnostic[] };

/** Those in a folder beside the file at `path`, and behind them the bundled ones. */
const knownModels = async (shelf: Shelf, path: string, folder: string): Promise<Known> => {
  const found: FoundModel[] = [];
  const broken: Diagnostic[] = [];
  const place = folder.replace(/[/\\]$/, '');
  for (const name of await shelf.list(shelf.beside(path, place))) {
    const file = name.endsWith('.model.yaml')
      ? await shelf.read(shelf.beside(path, `${place}/${name}`))
      : null;
    if (file === null) continue;
    const reading = readModelOnce(file);
    if (reading.value === null) for (const one of reading.diagnostics) broken.push(one);
    else found.push({ model: reading.value, file });
  }
  const bundled = await shelf.bundledModels();
  for (const file of bundled) found.push({ model: mustRead(readModelOnce(file)), file });
  return { known: found, broken };
};

/** Of models of one day the first, so that one beside the file goes before a bundled one. */
const newest = (models: readonly FoundModel[]): FoundModel | undefined =>
  models.toSorted((a, b) => byCodeUnits(b.model.revision, a.model.revision))[0];

const fail = ({ id, revision }: WantedModel, home: string, known: readonly FoundModel[]): never => {
  const there = known.map(({ model }) => `${model.id} (${model.revision})`);
  throw new Failure(
    'model-not-found',
    `There is no model ${id}${revision === undefined ? '' : ` (${revision})`}; there is ${[...new Set(there)].join(', ') || 'none at all'}.`,
    `Import the provider's page: countersign model import PAGE --id ${id} -o ${home}`,
  );
};
