// A filled form merged back into the file of its attestation: verdicts, and the file's new text. The new text is read again and held
// against what the merge decided before anybody gets it.
import type { ReadWorkbook } from '../../codec/xlsx/index.ts';
import type { Attestation } from '../../model/attestation.ts';
import type { FormAbout, FormSheetKey, FormValues } from '../../model/form.ts';
import { FORM_SHEETS } from '../../model/form.ts';
import { lookup } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import { spanOf } from '../../model/period.ts';
import type { Digest } from '../../model/scalar.ts';
import { Failure } from '../../problem.ts';
import { readAttestation } from '../../read/index.ts';
import { editYaml } from '../yaml/edit-yaml.ts';
import { refusedForm } from './filled.ts';
import { type Merged, mergeForm, type RecordChange } from './merge.ts';
import { readForm } from './read-form.ts';
import { type FileRecords, recordsOf } from './records.ts';
import type { CellVerdict, FormNote } from './verdict.ts';
import { editsOf } from './yaml-edits.ts';

export type FormApplying = {
  readonly attestation: Attestation;
  /** The attestation's file: what diagnostics call it, its text, and the digest of its bytes. */
  readonly file: { readonly name: string; readonly text: string; readonly digest: Digest };
  readonly models: Readonly<Record<string, Model>>;
  readonly workbook: ReadWorkbook;
};

export type AppliedForm = {
  readonly about: FormAbout;
  readonly verdicts: readonly CellVerdict[];
  readonly notes: readonly FormNote[];
  /** The file's text afterwards; null where it stays as it is. */
  readonly text: string | null;
};

/**
 * Throws `form-refused` for a file that is no form of this attestation, and `input-invalid` with the diagnostics when the merged text
 * would not be an attestation.
 */
export const applyForm = (applying: FormApplying): AppliedForm => {
  const { attestation, file, models, workbook } = applying;
  const form = readForm(workbook);
  refuseOthers(form.about, attestation);
  const records = recordsOf(attestation);
  const dutyIds = dutyIdsOf(attestation, models);
  const merged = mergeForm({ attestation, models, form, records, dutyIds });
  const notes = [...form.notes, ...notesOn(form.about, applying), ...merged.notes];
  return { about: form.about, verdicts: merged.verdicts, notes, text: textAfter(file, records, merged) };
};

const refuseOthers = (about: FormAbout, { team, system, period }: Attestation): void => {
  const theirs = [about.team, about.system, about.period];
  const ours = [team.id, system.id, spanOf(period).label];
  if (theirs.every((one, index) => one === ours[index])) return;
  throw refusedForm(
    `The form is of ${theirs.join(', ')}, and the attestation of ${ours.join(', ')}.`,
    'Apply it to the attestation that it was made of.',
  );
};

/** Full ids of the duties and resources that the attestation's models have now. */
const dutyIdsOf = (attestation: Attestation, models: Readonly<Record<string, Model>>): ReadonlySet<string> =>
  new Set(
    attestation.models.flatMap(({ id }) =>
      (lookup(models, id)?.areas ?? []).flatMap(({ resources }) =>
        resources.flatMap(({ code, customer }) => [
          `${id}/${code}`,
          ...customer.map((duty) => `${id}/${duty.id}`),
        ]),
      ),
    ),
  );

const notesOn = (about: FormAbout, { attestation, file }: FormApplying): readonly FormNote[] => [
  ...(about.attestation === file.digest
    ? []
    : [
        {
          kind: 'attestation-changed',
          sentence: `${file.name} has changed since the form was made; what changed on both sides is a conflict.`,
        } as const,
      ]),
  ...about.models.flatMap(({ id, revision }): readonly FormNote[] => {
    const now = attestation.models.find((one) => one.id === id)?.revision ?? revision;
    const sentence = `The form asks by ${id} of ${revision}, and the attestation speaks of ${now}: read the changed duties again.`;
    return now === revision ? [] : [{ kind: 'revision-changed', sentence }];
  }),
];

const textAfter = (
  { name, text }: FormApplying['file'],
  records: FileRecords,
  { changes }: Merged,
): string | null => {
  if (changes.length === 0) return null;
  const edited = editYaml(text, editsOf(changes));
  const reading = readAttestation({ name, bytes: new TextEncoder().encode(edited) });
  if (reading.value === null)
    throw new Failure(
      'input-invalid',
      `With the form applied, ${name} would not be an attestation any more.`,
      'Correct the form where the marks above say so; nothing was written.',
      { diagnostics: reading.diagnostics },
    );
  holdAgainst(records, changes, recordsOf(reading.value));
  return edited;
};

/** Exactly what the merge decided has changed, and nothing else that a form knows of. */
const holdAgainst = (before: FileRecords, changes: readonly RecordChange[], after: FileRecords): void => {
  for (const sheet of FORM_SHEETS) {
    const wanted = new Map([...before[sheet]].map(([id, { values }]) => [id, values]));
    for (const change of changes)
      if (change.sheet === sheet) wanted.set(change.id, { ...wanted.get(change.id), ...change.set });
    const ids = new Set([...wanted.keys(), ...after[sheet].keys()]);
    for (const id of ids) if (!same(wanted.get(id), after[sheet].get(id)?.values)) throw strayed(sheet, id);
  }
};

/** A record without any value is as good as none. */
const same = (wanted: FormValues = {}, found: FormValues = {}): boolean =>
  [...new Set([...Object.keys(wanted), ...Object.keys(found)])].every(
    (key) => (wanted[key] ?? null) === (found[key] ?? null),
  );

const strayed = (sheet: FormSheetKey, id: string): Failure =>
  new Failure(
    'bug',
    `The merged file would not hold what was decided for ${id} (${sheet}); nothing was written.`,
    'Please report this.',
  );
