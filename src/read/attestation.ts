// Reads an attestation, and holds its own mentions against its own definitions.
import { type Attestation, attestation } from '../model/attestation.ts';
import { mentionsIn } from './attestation-mentions.ts';
import { didYouMean } from './did-you-mean.ts';
import { pathTrouble } from './evidence-path.ts';
import { entriesOf, isMapping, itemsOf, type Plain, quoted, valueAt } from './plain.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import { unknownMentions } from './references.ts';
import type { Problem } from './typing.ts';
import { readYaml } from './yaml.ts';

/** Reads `*.attestation.yaml`. Duty ids are held against models by `checkDuties`. */
export const readAttestation = (file: SourceFile): PlacedReading<Attestation> =>
  readYaml(file, { format: 'countersign/attestation@1', schema: attestation, check });

const check = (data: Plain): readonly Problem[] => [
  ...unknownMentions(mentionsIn(data)),
  ...entriesOf(valueAt(data, ['evidence'])).flatMap(([id, item]) => evidenceProblems(id, item)),
  ...unnamedServices(data),
  ...doubledServices(data),
];

const evidenceProblems = (id: string, item: Plain): readonly Problem[] => {
  const file = valueAt(item, ['file']);
  if (isMapping(item) && file === undefined && valueAt(item, ['location']) === undefined)
    return [nowhere(id)];
  const trouble = typeof file === 'string' ? pathTrouble(file) : null;
  return trouble === null
    ? []
    : [{ ...trouble, code: 'path-leaves-folder', path: ['evidence', id, 'file'], at: 'value' }];
};

const nowhere = (id: string): Problem => ({
  code: 'key-missing',
  path: ['evidence', id],
  at: 'key',
  sentence: `The evidence ${quoted(id)} has neither \`file\` nor \`location\`.`,
  hint: 'Add `file:` with its path, or `location:` with where it is kept.',
});

const modelIds = (data: Plain): readonly Plain[] =>
  itemsOf(valueAt(data, ['models'])).map((entry) => valueAt(entry, ['id']));

const unnamedServices = (data: Plain): readonly Problem[] => {
  const ids = modelIds(data).filter((id) => typeof id === 'string');
  return entriesOf(valueAt(data, ['duties'])).flatMap(([service]) =>
    ids.includes(service) ? [] : [unnamed(service, ids)],
  );
};

const unnamed = (service: string, ids: readonly string[]): Problem => ({
  code: 'reference-unknown',
  path: ['duties', service],
  at: 'key',
  sentence: `Duties of ${quoted(service)} are answered, and \`models\` does not name it.`,
  hint: `${didYouMean(service, ids)}Add the model and its revision to \`models\`, or correct the key.`,
});

const doubledServices = (data: Plain): readonly Problem[] => {
  const ids = modelIds(data);
  return ids.flatMap((id, index): readonly Problem[] =>
    typeof id !== 'string' || ids.indexOf(id) === index
      ? []
      : [
          {
            code: 'id-duplicate',
            path: ['models', index, 'id'],
            at: 'value',
            sentence: `The model ${quoted(id)} is named a second time.`,
            hint: 'Keep one line for each model; answers are to one revision.',
          },
        ],
  );
};
