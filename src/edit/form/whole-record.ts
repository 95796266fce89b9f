// Whether a merged record is one that the attestation can hold: what every record of its kind needs is there.
import type { FormValues } from '../../model/form.ts';
import type { RecordSheet } from './fields.ts';
import type { Said } from './verdict.ts';

/** What the record lacks; null when it is whole. */
export const recordTrouble = (sheet: RecordSheet, values: FormValues): Said | null => {
  const missing = sheet.fields.find(({ key, required }) => required && values[key] == null);
  if (missing !== undefined)
    return {
      sentence: `The record would have no ${missing.key}.`,
      hint: `Fill in the ${missing.key} too, or leave the whole row as it was.`,
    };
  if (sheet.key !== 'evidence' || values.file != null || values.location != null) return null;
  return {
    sentence: 'The evidence would have neither file nor location.',
    hint: 'Write the path of its file, or where it is kept.',
  };
};
