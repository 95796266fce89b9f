// Reads a trust file. The certificates it names are read by whoever holds signatures against them.
import { type Trust, trust } from '../model/trust.ts';
import { entriesOf, itemsOf, type Plain, valueAt } from './plain.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import { unknownMentions } from './references.ts';
import type { Problem } from './typing.ts';
import { readYaml } from './yaml.ts';

/** Reads `trust.yaml`. */
export const readTrust = (file: SourceFile): PlacedReading<Trust> =>
  readYaml(file, { format: 'countersign/trust@1', schema: trust, check });

const LISTS = ['people', 'seals', 'timestamps'] as const;

const check = (data: Plain): readonly Problem[] => {
  const ids = new Set(entriesOf(valueAt(data, ['certificates'])).map(([id]) => id));
  const entries = LISTS.flatMap((list) =>
    itemsOf(valueAt(data, [list])).map((entry, index) => ({ list, index, entry })),
  );
  return [
    ...unknownMentions(
      entries.flatMap(({ list, index, entry }) =>
        (['certificate', 'authority'] as const).flatMap((key) =>
          valueAt(entry, [key]) === undefined
            ? []
            : [
                {
                  path: [list, index, key],
                  at: 'value' as const,
                  id: valueAt(entry, [key]),
                  what: 'a certificate',
                  defined: 'certificates',
                  ids,
                },
              ],
        ),
      ),
    ),
    ...entries.flatMap(({ list, index, entry }) => entryProblems([list, index], list, entry)),
  ];
};

const entryProblems = (
  path: readonly (string | number)[],
  list: (typeof LISTS)[number],
  entry: Plain,
): readonly Problem[] => {
  const has = (key: string): boolean => valueAt(entry, [key]) !== undefined;
  if (has('certificate') === has('authority')) return [oneOfTwo(path)];
  return list === 'people' && has('authority') && has('person') && !has('email') ? [anybody(path)] : [];
};

const oneOfTwo = (path: readonly (string | number)[]): Problem => ({
  code: 'value-invalid',
  path,
  at: 'value',
  sentence: 'The entry has to name either a `certificate` or an `authority`.',
  hint: 'Keep one of the two keys.',
});

const anybody = (path: readonly (string | number)[]): Problem => ({
  code: 'value-invalid',
  path: [...path, 'person'],
  at: 'value',
  sentence: 'Anybody with a certificate of this authority could sign as this person.',
  hint: 'Add the `email` that the certificate must carry, or leave out `person`: then its address must be that of the person in the attestation.',
});
