// What a form asks, as one list: which sheets hold which records, which fields a record has, and what each field takes. Making, reading
// and merging a form all go by it.
import { EVIDENCE_TYPES, STATUSES } from '../../model/attestation.ts';
import type { FormSheetKey } from '../../model/form.ts';
import { SEVERITIES } from '../../model/scalar.ts';

export type FieldKind =
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'reference'; readonly to: 'person' | 'waiver' | 'remediation' }
  | { readonly kind: 'evidence' }
  /** What the program wrote: people can clear it, and write nothing else. */
  | { readonly kind: 'mark' }
  | { readonly kind: 'text' | 'path' | 'day' | 'duration' | 'interval' | 'count' };

export type Field = FieldKind & {
  /** As the attestation calls it, and as the form's template calls its column. */
  readonly key: string;
  /** A record without it is none. */
  readonly required: boolean;
  /** The value that stands for nothing being said; an empty cell means it. */
  readonly otherwise: string | null;
};

export type RecordSheet = {
  readonly key: FormSheetKey;
  /** The columns whose values, joined, are a record's id. */
  readonly keys: readonly string[];
  readonly fields: readonly Field[];
  /** True where people may add records of their own. */
  readonly grows: boolean;
};

/** Between the parts of an id that has several. */
export const KEY_JOIN = ' @ ';

type Extra = Partial<Pick<Field, 'required' | 'otherwise'>>;
const field = (key: string, kind: FieldKind, { required = false, otherwise = null }: Extra = {}): Field => ({
  ...kind,
  key,
  required,
  otherwise,
});

const TEXT: FieldKind = { kind: 'text' };
const DAY: FieldKind = { kind: 'day' };
const PERSON: FieldKind = { kind: 'reference', to: 'person' };
const STATUS: FieldKind = { kind: 'word', words: STATUSES };
const PLAN: FieldKind = { kind: 'reference', to: 'remediation' };
const NEEDED = { required: true } as const;

export const KEEP_WORDS = ['copy', 'reference'] as const;
export const PLAN_STATUSES = ['open', 'done', 'cancelled'] as const;

const ANSWERS: RecordSheet = {
  key: 'answers',
  keys: ['id'],
  grows: false,
  fields: [
    field('status', STATUS),
    field('owner', PERSON),
    field('statement', TEXT),
    field('reason', TEXT),
    field('evidence', { kind: 'evidence' }),
    field('frequency', { kind: 'duration' }),
    field('last-performed', DAY),
    field('carried-from', { kind: 'mark' }),
    field('waiver', { kind: 'reference', to: 'waiver' }),
    field('remediation', PLAN),
  ],
};

const EXCEPTIONS: RecordSheet = {
  key: 'exceptions',
  keys: ['duty', 'instance'],
  grows: true,
  fields: [
    field('status', STATUS, NEEDED),
    field('statement', TEXT),
    field('reason', TEXT),
    field('remediation', PLAN),
  ],
};

const EVIDENCE: RecordSheet = {
  key: 'evidence',
  keys: ['id'],
  grows: true,
  fields: [
    field('type', { kind: 'word', words: EVIDENCE_TYPES }, NEEDED),
    field('title', TEXT, NEEDED),
    field('file', { kind: 'path' }),
    field('location', TEXT),
    field('keep', { kind: 'word', words: KEEP_WORDS }, { otherwise: 'copy' }),
    field('at', DAY),
    field('covers', { kind: 'interval' }),
    field('by', PERSON),
    field('source', TEXT),
    field('query', TEXT),
    field('records', { kind: 'count' }),
    field('complete', TEXT),
    field('classification', TEXT),
  ],
};

const REMEDIATIONS: RecordSheet = {
  key: 'remediations',
  keys: ['id'],
  grows: true,
  fields: [
    field('weakness', TEXT, NEEDED),
    field('severity', { kind: 'word', words: SEVERITIES }, NEEDED),
    field('action', TEXT, NEEDED),
    field('owner', PERSON, NEEDED),
    field('opened', DAY, NEEDED),
    field('original-due', DAY, NEEDED),
    field('due', DAY, NEEDED),
    field('status', { kind: 'word', words: PLAN_STATUSES }, NEEDED),
    field('ticket', TEXT),
  ],
};

/** In the order in which they are merged: what answers name by id goes before them. */
export const RECORD_SHEETS: readonly RecordSheet[] = [EVIDENCE, REMEDIATIONS, ANSWERS, EXCEPTIONS];

export const SHEETS_BY_KEY: Readonly<Record<FormSheetKey, RecordSheet>> = {
  answers: ANSWERS,
  exceptions: EXCEPTIONS,
  evidence: EVIDENCE,
  remediations: REMEDIATIONS,
};
