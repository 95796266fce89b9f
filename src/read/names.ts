// Reads a names file, and puts a further one over the bundled one.
import { type Names, names } from '../model/names.ts';
import { entriesOf, type Plain, valueAt } from './plain.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import { unknownMentions } from './references.ts';
import type { Problem } from './typing.ts';
import { readYaml } from './yaml.ts';

/** Reads `*.names.yaml`. */
export const readNames = (file: SourceFile): PlacedReading<Names> =>
  readYaml(file, { format: 'countersign/names@1', schema: names, check });

/** Both files' names; where both know one, `more` decides. */
export const joinNames = (base: Names, more: Names): Names => ({
  ...more,
  services: { ...base.services, ...more.services },
  keywords: { ...base.keywords, ...more.keywords },
});

const check = (data: Plain): readonly Problem[] => {
  const ids = new Set(entriesOf(valueAt(data, ['services'])).map(([id]) => id));
  return unknownMentions(
    entriesOf(valueAt(data, ['keywords'])).map(([key, keyword]) => ({
      path: ['keywords', key, 'service'],
      at: 'value',
      id: valueAt(keyword, ['service']),
      what: 'a service',
      defined: 'services',
      ids,
    })),
  );
};
