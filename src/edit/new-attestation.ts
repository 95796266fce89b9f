// A new attestation file: everything that can be known beforehand filled in, every customer duty with its text beside it,
// and not one answer. People write into it afterwards, so its comments are the manual they have at hand.

import type { Area, Model, Resource } from '../model/model.ts';
import { period, spanOf } from '../model/period.ts';
import { id } from '../model/scalar.ts';
import { Failure } from '../problem.ts';
import { comment, oneLine } from './comment.ts';
import { blankDuty, resourceNote, serviceNote } from './duty-lines.ts';
import { fileLines, type KnownBefore, peopleLines, systemLines, teamLines } from './new-attestation-known.ts';
import {
  EVIDENCE_EXAMPLE,
  header,
  REMEDIATIONS_EXAMPLE,
  TAIL,
  WAIVERS_EXAMPLE,
} from './new-attestation-notes.ts';

export type NewAttestation = {
  readonly team: string;
  readonly system: string;
  /** As a file spells it: `2026-Q3`, `2026-08` or `2026`. */
  readonly period: string;
  /** `file` is the path from the attestation to the model, null where the program finds the model by its id. */
  readonly models: readonly { readonly model: Model; readonly file: string | null }[];
  /** Where editors find the schema, from the attestation; null leaves the line out. */
  readonly schema: string | null;
  /** What a roster knows already. */
  readonly known?: KnownBefore;
};

/**
 * Text of the file, with `\n` line ends. Reading it gives no diagnostic, and evaluating it finds only unanswered duties.
 * Throws a `usage` failure when an id or the period is none.
 */
export const newAttestation = (about: NewAttestation): string => {
  must(id, 'team', about.team, 'Take one like payments.');
  must(id, 'system', about.system, 'Take one like checkout.');
  must(
    period,
    'period',
    about.period,
    'Another interval is written in the file: period: { label, from, to }.',
  );
  return `${[
    ...(about.schema === null ? [] : [`# yaml-language-server: $schema=${about.schema}`]),
    ...header(spanOf(about.period)),
    'format: countersign/attestation@1',
    '',
    ...identity(about),
    '',
    ...peopleLines(about.known),
    '',
    'duties:',
    ...about.models.flatMap(({ model }) => dutiesOf(model)),
    '',
    ...EVIDENCE_EXAMPLE,
    '',
    ...WAIVERS_EXAMPLE,
    '',
    ...REMEDIATIONS_EXAMPLE,
    '',
    ...TAIL,
  ].join('\n')}\n`;
};

const must = (schema: typeof id | typeof period, what: string, value: string, hint: string): void => {
  const problem = schema.safeParse(value).error?.issues[0]?.message;
  if (problem !== undefined) throw new Failure('usage', `The ${what} "${value}" ${problem}.`, hint);
};

const identity = ({ team, system, models, ...about }: NewAttestation): readonly string[] => [
  '# Both names as they should be printed. The ids stay the same from period to period.',
  'team:',
  `  id: ${word(team)}`,
  ...teamLines(about.known, word(team)),
  'system:',
  `  id: ${word(system)}`,
  ...systemLines(about.known, word(system)),
  `period: ${about.period}`,
  '# The day to judge at; without it, the day of the run.',
  '# as-of: 2026-10-09',
  'models:',
  ...models.flatMap(({ model, file }) => [
    `  - id: ${word(model.id)}`,
    `    revision: "${model.revision}"`,
    ...(file === null ? [] : [`    file: ${quoted(file)}`]),
  ]),
  ...fileLines(about.known),
];

/** An id as it stands; only `null` would be taken for nothing. */
const word = (id: string): string => (id === 'null' ? quoted(id) : id);

/** JSON's strings are YAML's double-quoted ones. */
const quoted = (text: string): string => JSON.stringify(oneLine(text));

const dutiesOf = (model: Model): readonly string[] => {
  const resources = model.areas.flatMap((area) =>
    area.resources
      .filter(({ customer }) => customer.length > 0)
      .map((resource) => dutiesOfResource(area, resource)),
  );
  const title = comment(serviceNote(model), 2);
  if (resources.length === 0) return [...title, `  ${model.id}: {}`];
  return [...title, `  ${model.id}:`, ...resources.flat()];
};

const dutiesOfResource = (area: Area, resource: Resource): readonly string[] => [
  '',
  ...comment(resourceNote(area, resource), 4),
  ...resource.customer.flatMap((duty) => blankDuty(duty, 4)),
];
