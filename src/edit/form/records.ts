// The attestation as the records of a form: by sheet and id, their spelled values and where they stand in the file.
import type { Attestation } from '../../model/attestation.ts';
import type { FormSheetKey, FormValues } from '../../model/form.ts';
import { sortedEntries } from '../../model/lookup.ts';
import { KEY_JOIN, type RecordSheet, SHEETS_BY_KEY } from './fields.ts';
import { spellValue } from './spell.ts';

/** A record of the file; `values` has every field of its sheet. */
export type FileRecord = {
  readonly values: FormValues;
  readonly path: readonly string[];
  /** True for an answer that is taken from another team, which no form asks for. */
  readonly inherited: boolean;
};
export type FileRecords = Readonly<Record<FormSheetKey, ReadonlyMap<string, FileRecord>>>;

type Found = { readonly id: string; readonly inherited: boolean; readonly record: object };

/** Every record of the attestation, whether or not a form asks for it. */
export const recordsOf = (attestation: Attestation): FileRecords => ({
  answers: mapped(SHEETS_BY_KEY.answers, answersOf(attestation)),
  exceptions: mapped(SHEETS_BY_KEY.exceptions, exceptionsOf(attestation)),
  evidence: mapped(SHEETS_BY_KEY.evidence, entriesOf(attestation.evidence)),
  remediations: mapped(SHEETS_BY_KEY.remediations, entriesOf(attestation.remediations)),
});

/** Where the record of an id stands in the file, or would stand. */
export const pathOf = (sheet: FormSheetKey, id: string): readonly string[] => {
  if (sheet === 'answers') return answerPath(id);
  if (sheet !== 'exceptions') return [sheet, id];
  const [duty = '', instance = ''] = id.split(KEY_JOIN);
  return [...answerPath(duty), 'except', instance];
};

const answerPath = (id: string): readonly string[] => {
  const cut = id.indexOf('/');
  return ['duties', id.slice(0, cut), id.slice(cut + 1)];
};

/** The values of one record, spelled. */
export const valuesOf = ({ fields }: RecordSheet, record: object): FormValues =>
  Object.fromEntries(fields.map((field) => [field.key, spellValue(field, Reflect.get(record, field.key))]));

const mapped = (sheet: RecordSheet, found: readonly Found[]): ReadonlyMap<string, FileRecord> =>
  new Map(
    found.map(({ id, inherited, record }) => [
      id,
      { values: valuesOf(sheet, record), path: pathOf(sheet.key, id), inherited },
    ]),
  );

const entriesOf = (record: Readonly<Record<string, object>>): readonly Found[] =>
  sortedEntries(record).map(([id, one]) => ({ id, inherited: false, record: one }));

const answersOf = ({ duties }: Attestation): readonly Found[] =>
  sortedEntries(duties).flatMap(([model, answers]) =>
    sortedEntries(answers).map(([key, answer]) => ({
      id: `${model}/${key}`,
      inherited: answer.inherited !== undefined,
      record: answer,
    })),
  );

const exceptionsOf = ({ duties }: Attestation): readonly Found[] =>
  sortedEntries(duties).flatMap(([model, answers]) =>
    sortedEntries(answers).flatMap(([key, { except, inherited }]) =>
      sortedEntries(except).map(([instance, record]) => ({
        id: `${model}/${key}${KEY_JOIN}${instance}`,
        inherited: inherited !== undefined,
        record,
      })),
    ),
  );
