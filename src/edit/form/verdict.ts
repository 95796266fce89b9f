// What becomes of each cell of a filled form, and what else is said of one.
import type { FormSheetKey } from '../../model/form.ts';

/** Why something is refused, and what to do. */
export type Said = { readonly sentence: string; readonly hint: string };

/** Where a value stands in the filled workbook, and whose it is. */
export type FormPlace = {
  readonly sheet: FormSheetKey;
  /** As the workbook calls it: `Answers!H12`. */
  readonly at: string;
  /** The record's id, as it stands there. */
  readonly id: string;
  /** The field; null for the row's id. */
  readonly field: string | null;
};

/** `base` is what stood in the form when it was made, `form` what stands there now, `file` what the attestation says; null is empty. */
export type CellVerdict = FormPlace & {
  readonly base: string | null;
  readonly form: string | null;
  readonly file: string | null;
} & (
    | { readonly kind: 'unchanged' | 'applied' | 'conflict' }
    | { readonly kind: 'rejected'; readonly why: Said }
  );

/** What is worth knowing and stops nothing. */
export type FormNote = {
  readonly kind:
    | 'attestation-changed'
    | 'column-missing'
    | 'column-unknown'
    | 'external-links'
    | 'revision-changed'
    | 'row-missing'
    | 'sheet-missing';
  readonly sentence: string;
};
