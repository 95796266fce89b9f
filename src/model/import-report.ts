// What came of reading a provider's page (`model import --json`): how it was read, how many duties it gives to whom, what was left out and
// why, and what looks wrong on it. Together with the model it accounts for every table row and every list item of the page.
import { z } from 'zod';
import { allocation } from './model.ts';
import { digest, type Frozen, id, text } from './scalar.ts';

const whole = z.int().min(0);

/** Ways in which providers write down who does what; docs/dialects.md shows each. */
const DIALECTS = [
  'resource-table',
  'ownership-matrix',
  'described-ownership',
  'raci-table',
  'owner-column',
  'shared-cell',
  'party-table',
  'party-lists',
  'topic-bullets',
] as const;
const dialect = z.enum(DIALECTS);
export type Dialect = z.infer<typeof dialect>;

/** Why a row, a cell or an item of the page gives no duty. Each has its sentence in `read/left-out.ts`. */
const LEFT_OUT_REASONS = [
  /** A table or list that names no party, so that it gives duties to nobody. */
  'no-responsibilities',
  /** Whose it is cannot be told. */
  'party-unclear',
  /** Gives it to somebody who is neither the provider nor the customer. */
  'third-party',
  /** A row of an ownership matrix: whose a resource is, and no duty. */
  'matrix',
  /** Explains the letters or words of other tables. */
  'legend',
  /** `None`, `N/A`, an empty row. */
  'says-nothing',
  /** Text that its author meant to replace. */
  'placeholder',
  /** Was written for another service and pasted here. */
  'other-service',
  /** Says what somebody does not do or is not responsible for. */
  'negative',
  /** A row that names no resource. */
  'no-resource',
  /** A row that stands under no heading. */
  'no-area',
  /** A row with more or fewer cells than its table can explain. */
  'malformed',
] as const;
const reason = z.enum(LEFT_OUT_REASONS);
export type LeftOutReason = z.infer<typeof reason>;

/** One row, cell or item; `text` is how it begins, without its markup. */
const leftOut = z.strictObject({ line: whole, reason, text: z.string() });

/** Cells of an ownership matrix by whom they name. */
const matrix = z.strictObject({
  line: whole,
  title: z.string(),
  rows: whole,
  columns: whole,
  cells: z.partialRecord(allocation, whole),
});

const lintRule = z.enum([
  'placeholder',
  'wrong-service',
  'no-party',
  'halves-missing',
  'shared-half',
  'duplicate',
  'delegation-absent',
  'matrix-disagrees',
]);
export type LintRule = z.infer<typeof lintRule>;

/** What looks wrong on the provider's side. `refs` are ids and codes of the model; of `delegation-absent` the first is the service that something is left to. */
const lintFinding = z.strictObject({ rule: lintRule, line: whole, sentence: text, refs: z.array(text) });
export type LintFinding = Frozen<z.infer<typeof lintFinding>>;

export const importReport = z.strictObject({
  format: z.literal('countersign/import-report@1'),
  page: z.strictObject({ file: text, sha256: digest }),
  /** Null when the page gives no model. */
  model: id.nullable(),
  /** In the order of their first line. */
  dialects: z.array(z.strictObject({ dialect, line: whole, resources: whole })),
  counts: z.strictObject({
    areas: whole,
    resources: whole,
    provider: whole,
    customer: whole,
  }),
  matrices: z.array(matrix),
  /** How many were left out for each reason that there is. */
  reasons: z.partialRecord(reason, z.int().min(1)),
  leftOut: z.array(leftOut),
  /** Keys that no names file knows; the model shows them as they are. */
  unknownNames: z.array(z.strictObject({ key: text, line: whole })),
  findings: z.array(lintFinding),
});
export type ImportReport = Frozen<z.infer<typeof importReport>>;
export type LeftOut = ImportReport['leftOut'][number];
export type MatrixCounts = ImportReport['matrices'][number];
