// The fill-in form of an attestation: what its template sees, and what its hidden sheet says so that answers find their way back.
import { z } from 'zod';
import type { Status } from './attestation.ts';
import type { Paper } from './paper.ts';
import { type Day, day, digest, type Frozen, id, type Severity, text } from './scalar.ts';

export const FORM_FORMAT = 'countersign/form@1';

/** The sheets of a form that hold records, in the order in which they stand. */
export const FORM_SHEETS = ['answers', 'exceptions', 'evidence', 'remediations'] as const;
export type FormSheetKey = (typeof FORM_SHEETS)[number];

/** Which attestation a form was made of, and when it was like what. `records` is the digest of all that the form remembers. */
export const formAbout = z.strictObject({
  format: z.literal(FORM_FORMAT),
  team: id,
  system: id,
  period: text,
  models: z.array(z.strictObject({ id, revision: day })),
  tool: z.strictObject({ name: text, version: text }),
  /** Whose duties are asked; null for everybody's. */
  owner: id.nullable(),
  /** Of the attestation's file, as it was when the form was made. */
  attestation: digest,
  records: digest,
});
export type FormAbout = Frozen<z.infer<typeof formAbout>>;

/** Spelled values by field; a field that is not there, or null, is empty. */
export type FormValues = Readonly<Record<string, string | null>>;
export const formValues = z.record(id, z.string());

/** One row of the hidden sheet's memory: the values a record had, as JSON cut into pieces that cells can hold. */
export type FormMemory = {
  readonly sheet: FormSheetKey;
  readonly id: string;
  readonly parts: readonly string[];
};

/** What a row still needs; the form's own formulas come to the same. */
export const TO_DO = [
  'done',
  'open',
  'answered-above',
  'to-confirm',
  'owner-missing',
  'statement-missing',
  'reason-missing',
  'evidence-missing',
] as const;
export type ToDo = (typeof TO_DO)[number];

/** A record with its values; `keys` are the parts of its id, as its key columns hold them. */
export type FormRecord = {
  readonly id: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly values: FormValues;
};

/** `before` is the text that was answered; null where it is not at hand, or there was none. */
export type FormNews = { readonly what: 're-opened' | 'new'; readonly before: string | null };

/** A duty to answer, or all duties of a resource at once. */
export type FormAnswer = FormRecord & {
  readonly kind: 'resource' | 'duty';
  /** The full id of the resource: `ibm-code-engine/SRC-03`. */
  readonly whole: string;
  readonly service: string;
  readonly area: string;
  readonly resource: string;
  /** The duty's text; of a resource, null. */
  readonly text: string | null;
  /** What the provider's page made of the duty since it was answered; null where nothing, and on a resource's own row. */
  readonly news: FormNews | null;
  /** How many duties the row answers. */
  readonly duties: number;
  /** What the policy expects. */
  readonly criticality: Severity;
  readonly expected: {
    readonly evidence: number;
    readonly types: readonly string[];
    readonly frequency: string | null;
  };
  readonly provider: readonly string[];
  /** What was said last time; null where nothing was. */
  readonly last: {
    readonly status: Status | null;
    readonly owner: string | null;
    readonly statement: string | null;
  } | null;
  /** The status said of the whole resource; null on the resource's own row, and where nothing is said. */
  readonly above: Status | null;
  readonly open: ToDo;
};

export type FormListRow = Readonly<
  Record<
    'statuses' | 'people' | 'types' | 'keep' | 'severities' | 'plans' | 'waivers' | 'instances',
    string | null
  >
>;

/** All that `form.hbs` sees. Plain JSON; what is absent is null. */
export type FormData = {
  readonly format: typeof FORM_FORMAT;
  readonly 'as-of': Day;
  readonly maker: {
    readonly tool: { readonly name: string; readonly version: string };
    readonly template: { readonly id: string; readonly language: string; readonly paper: Paper };
  };
  readonly organisation: { readonly name: string };
  readonly classification: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly system: { readonly id: string; readonly name: string };
  readonly period: { readonly label: string; readonly from: Day; readonly to: Day };
  /** The label of the period before; null without an attestation of it. */
  readonly last: string | null;
  readonly owner: { readonly id: string; readonly name: string; readonly role: string } | null;
  /** Counts of duties: asked here, taken from other teams, and other people's. */
  readonly counts: { readonly asked: number; readonly inherited: number; readonly others: number };
  readonly answers: readonly FormAnswer[];
  readonly exceptions: readonly FormRecord[];
  readonly evidence: readonly FormRecord[];
  readonly remediations: readonly FormRecord[];
  /** The numbers of blank rows for new records. */
  readonly blanks: readonly number[];
  /** Ids that are free. */
  readonly next: { readonly evidence: string; readonly remediation: string };
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  /** Ids of the system's instances. */
  readonly instances: readonly string[];
  /** The words that cells offer, side by side: shorter lists end in null. */
  readonly lists: readonly FormListRow[];
  readonly memory: { readonly about: readonly string[]; readonly records: readonly FormMemory[] };
};
