// Reads an assurance file, and holds each bridge letter against the report it extends.
import { type Assurance, assurance } from '../model/assurance.ts';
import { entriesOf, type Plain, valueAt } from './plain.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import { unknownMentions } from './references.ts';
import type { Problem } from './typing.ts';
import { readYaml } from './yaml.ts';

/** Reads `*.assurance.yaml`. */
export const readAssurance = (file: SourceFile): PlacedReading<Assurance> =>
  readYaml(file, { format: 'countersign/assurance@1', schema: assurance, check });

const check = (data: Plain): readonly Problem[] => {
  const ids = new Set(entriesOf(valueAt(data, ['reports'])).map(([id]) => id));
  return unknownMentions(
    entriesOf(valueAt(data, ['bridges'])).map(([id, bridge]) => ({
      path: ['bridges', id, 'extends'],
      at: 'value',
      id: valueAt(bridge, ['extends']),
      what: 'a report',
      defined: 'reports',
      ids,
    })),
  );
};
