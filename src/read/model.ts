// Reads a model, and sees to it that no id is given twice and that each stands where its own letters say.
import { type Model, model } from '../model/model.ts';
import { itemsOf, type Path, type Plain, quoted, valueAt } from './plain.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import type { Problem } from './typing.ts';
import { readYaml } from './yaml.ts';

/** Reads `*.model.yaml`. */
export const readModel = (file: SourceFile): PlacedReading<Model> =>
  readYaml(file, { format: 'countersign/model@1', schema: model, check });

/** An id, where it stands, and what it has to begin with. */
type Given = { readonly id: string; readonly path: Path; readonly within: string };

const check = (data: Plain): readonly Problem[] => {
  const given = [...inAreas(data), ...listed(data, ['retired'], 'id', '')];
  return [...doubled(given), ...misplaced(given)];
};

const inAreas = (data: Plain): readonly Given[] =>
  listed(data, ['areas'], 'code', '').flatMap((area) => [
    area,
    ...listed(data, [...area.path.slice(0, -1), 'resources'], 'code', `${area.id}-`).flatMap((resource) => [
      resource,
      ...listed(data, [...resource.path.slice(0, -1), 'provider'], 'id', `${resource.id}-P`),
      ...listed(data, [...resource.path.slice(0, -1), 'customer'], 'id', `${resource.id}-C`),
    ]),
  ]);

const listed = (data: Plain, list: Path, key: string, within: string): readonly Given[] =>
  itemsOf(valueAt(data, list)).flatMap((item, index) => {
    const id = valueAt(item, [key]);
    return typeof id === 'string' ? [{ id, path: [...list, index, key], within }] : [];
  });

const doubled = (given: readonly Given[]): readonly Problem[] => {
  const seen = new Set<string>();
  return given.flatMap(({ id, path }): readonly Problem[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const sentence = `The id ${quoted(id)} is given a second time.`;
    return [
      {
        code: 'id-duplicate',
        path,
        at: 'value',
        sentence,
        hint: 'Ids are given once for good; take the next free number.',
      },
    ];
  });
};

const misplaced = (given: readonly Given[]): readonly Problem[] =>
  given.flatMap(({ id, path, within }): readonly Problem[] =>
    id.startsWith(within)
      ? []
      : [
          {
            code: 'value-invalid',
            path,
            at: 'value',
            sentence: `The id ${quoted(id)} stands where ids begin with \`${within}\`.`,
            hint: 'An id holds its area, its resource and its party; move the entry or correct the id.',
          },
        ],
  );
