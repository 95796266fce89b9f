// The rows of the answers sheet: each asked resource and duty with its text, the help beside it, and what was said last time.
import { answerTo, isBlank, ownPart } from '../../model/answer.ts';
import type { Attestation, Status } from '../../model/attestation.ts';
import type { FormAnswer, FormNews, FormValues } from '../../model/form.ts';
import { lookup } from '../../model/lookup.ts';
import type { Expected } from '../../model/matrix.ts';
import type { Duty } from '../../model/model.ts';
import type { AskedResource } from './asked.ts';
import { SHEETS_BY_KEY } from './fields.ts';
import type { FileRecords } from './records.ts';
import { valuesOf } from './records.ts';
import { toDoOf } from './to-do.ts';

/** What the policy expects of a duty; `keys` are the duty's id, its resource's code and its area's code, narrowest first. */
export type Expect = (model: string, keys: readonly string[]) => Expected;

export type AnswerRowsFrom = {
  readonly attestation: Attestation;
  readonly previous: Attestation | null;
  readonly records: FileRecords;
  readonly expect: Expect;
  /** By full duty id. */
  readonly news: ReadonlyMap<string, FormNews>;
};

/** The values of a record of which nothing is said. */
const NOTHING_SAID: FormValues = valuesOf(SHEETS_BY_KEY.answers, {});

/** A resource's own row, where it has one, stands before its duties. */
export const answerRows = (
  from: AnswerRowsFrom,
  resources: readonly AskedResource[],
): readonly FormAnswer[] =>
  resources.flatMap((place) => [
    ...(place.whole ? [resourceRow(from, place)] : []),
    ...place.duties.map((duty) => dutyRow(from, place, duty)),
  ]);

const placeOf = ({ model, area, resource }: AskedResource) => ({
  whole: `${model.id}/${resource.code}`,
  service: model.title,
  area: area.title,
  resource: resource.title,
  provider: resource.provider.map(({ text }) => text),
});

const helpOf = ({ criticality, evidence, types, frequency }: Expected) => ({
  criticality,
  expected: { evidence, types, frequency },
});

const valuesFor = ({ records }: AnswerRowsFrom, id: string): FormValues =>
  records.answers.get(id)?.values ?? NOTHING_SAID;

const resourceRow = (from: AnswerRowsFrom, place: AskedResource): FormAnswer => {
  const { model, area, resource } = place;
  const id = `${model.id}/${resource.code}`;
  const values = valuesFor(from, id);
  const expected = from.expect(model.id, [resource.code, area.code]);
  // A resource need not be answered as a whole, so that its empty row has nothing open.
  const blank = Object.values(values).every((value) => value === null);
  return {
    ...placeOf(place),
    kind: 'resource',
    id,
    keys: { id },
    values,
    text: null,
    news: null,
    duties: resource.customer.length,
    ...helpOf(expected),
    last: lastSaid(from, place, resource.code),
    above: null,
    open: blank ? 'done' : toDoOf(values, null, expected.evidence),
  };
};

const dutyRow = (from: AnswerRowsFrom, place: AskedResource, duty: Duty): FormAnswer => {
  const { model, area, resource } = place;
  const id = `${model.id}/${duty.id}`;
  const values = valuesFor(from, id);
  const expected = from.expect(model.id, [duty.id, resource.code, area.code]);
  const above = place.whole ? aboveOf(from, place) : null;
  return {
    ...placeOf(place),
    kind: 'duty',
    id,
    keys: { id },
    values,
    text: duty.text,
    news: from.news.get(id) ?? null,
    duties: 1,
    ...helpOf(expected),
    last: lastSaid(from, place, duty.id),
    above,
    open: toDoOf(values, above, expected.evidence),
  };
};

const aboveOf = ({ attestation }: AnswerRowsFrom, { model, resource }: AskedResource): Status | null =>
  lookup(lookup(attestation.duties, model.id) ?? {}, resource.code)?.status ?? null;

/** Enough to know it again. */
const ENOUGH = 2000;

const shortened = (text: string | null): string | null => {
  const characters = text === null ? [] : [...text];
  return characters.length > ENOUGH ? `${characters.slice(0, ENOUGH).join('')} …` : text;
};

/** The resource's own row shows what was said of the whole resource, a duty's row what held for the duty. */
const lastSaid = (
  { previous }: AnswerRowsFrom,
  { model, resource }: AskedResource,
  key: string,
): FormAnswer['last'] => {
  const answers = previous === null ? null : lookup(previous.duties, model.id);
  const found = answers === null ? null : answerTo(answers, key, resource.code);
  if (found === null || isBlank(found.answer)) return null;
  const { status = null, owner = null, statement, reason } = ownPart(found.answer);
  return { status, owner, statement: shortened(statement ?? reason ?? null) };
};
