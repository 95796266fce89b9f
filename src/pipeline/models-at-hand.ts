// Which models there are, by their ids alone: whoever only asks that much reads none of them to its end.
import type { SourceFile } from '../read/reading.ts';
import type { Shelf } from './shelf.ts';

/** Ids of the models beside the file at `path` and of the bundled ones, told from their `id:` lines alone: reading them all to their ends takes longer than what this is for. */
export const modelsAtHand = async (shelf: Shelf, path: string): Promise<ReadonlySet<string>> => {
  const names = (await shelf.list(shelf.beside(path, 'models'))).filter((name) =>
    name.endsWith('.model.yaml'),
  );
  const beside = await Promise.all(names.map((name) => shelf.read(shelf.beside(path, `models/${name}`))));
  const files = [...beside.filter((file) => file !== null), ...(await shelf.bundledModels())];
  return new Set(files.flatMap(idOf));
};

const idOf = ({ bytes }: SourceFile): readonly string[] => {
  const [, id] = /^id:[ \t]+["']?([a-z0-9-]+)/m.exec(new TextDecoder().decode(bytes)) ?? [];
  return id === undefined ? [] : [id];
};
