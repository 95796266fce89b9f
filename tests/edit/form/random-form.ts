// Random attestations of the example's shape, and random edits of their records: on a form, or in the file.
import fc from 'fast-check';
import { type Field, SHEETS_BY_KEY } from '../../../src/edit/form/fields.ts';
import type { FormSheetKey } from '../../../src/model/form.ts';
import { ATTESTATION } from './sample.ts';

export type TypedEdit = {
  readonly sheet: FormSheetKey;
  readonly id: string;
  readonly field: string;
  readonly value: string | null;
};

/** Texts that are hard on spreadsheets, on YAML, or on both. */
const TEXTS = [
  'Plain words.',
  '=1+1',
  '- a: b # c',
  '@lead + others',
  'it\'s: "so"',
  'two\nlines',
  'two\n\nparagraphs  with  spaces',
  ' leading',
  '0042',
  'null',
  '2026-10-01',
  '{a}',
  '[b]',
  '&anchor *alias !tag %x',
  'Ünïcödé 漢字 🙂',
  '\ttab',
  '#hash',
  'x'.repeat(300),
  '| pipe',
  '> fold',
] as const;
const DAYS = ['2026-08-01', '2026-09-30', '2027-01-01'];

/** A value that a field takes; null empties it. */
const valueFor = (field: Field): fc.Arbitrary<string | null> => {
  const of = (values: readonly string[]): fc.Arbitrary<string | null> =>
    field.required ? fc.constantFrom(...values) : fc.constantFrom(null, ...values);
  switch (field.kind) {
    case 'word':
      return of(field.words.filter((word) => word !== field.otherwise));
    case 'reference':
      return of({ person: ['lead', 'sre'], waiver: ['WV-01'], remediation: ['RM-01'] }[field.to]);
    case 'evidence':
      return of(['EV-01', 'EV-02 | EV-01', 'EV-02']);
    case 'text':
      return of(TEXTS);
    case 'mark':
      return fc.constant(null);
    case 'path':
      return of(['evidence/b.csv', 'evidence/with space.pdf']);
    case 'day':
      return of(DAYS);
    case 'duration':
      return of(['P3M', 'P1Y', 'P92D']);
    case 'interval':
      return of(['2026-07-01/2026-09-30', '2026-01-01/2026-12-31']);
    case 'count':
      return of(['0', '41', '900']);
  }
};

const plain = (value: fc.Arbitrary<string | null>): fc.Arbitrary<string | null> => value;

const IDS: Readonly<Record<FormSheetKey, readonly string[]>> = {
  answers: [
    'svc/AA-01',
    'svc/AA-01-C1',
    'svc/AA-01-C2',
    'svc/AA-02',
    'svc/AA-02-C1',
    'svc/AA-02-C2',
    'svc/AA-02-C3',
  ],
  exceptions: ['svc/AA-01-C1 @ gb'],
  evidence: ['EV-01', 'EV-02'],
  remediations: ['RM-01'],
};

/** Evidence that has one of these always keeps one: a file without either is none. */
const PLACE_FIELDS = ['file', 'location'];

/** What no field takes, or none that is needed. */
const wild = (value: fc.Arbitrary<string | null>): fc.Arbitrary<string | null> =>
  fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom('zzz', null) });

const randomEdit = (hostile: boolean): fc.Arbitrary<TypedEdit> =>
  fc.constantFrom(...Object.values(SHEETS_BY_KEY)).chain((sheet) =>
    fc.constantFrom(...sheet.fields).chain((field) =>
      fc.record({
        sheet: fc.constant(sheet.key),
        id: fc.constantFrom(...IDS[sheet.key]),
        field: fc.constant(field.key),
        value: (hostile ? wild : plain)(
          sheet.key === 'evidence' && PLACE_FIELDS.includes(field.key)
            ? valueFor({ ...field, required: true })
            : valueFor(field),
        ),
      }),
    ),
  );

/** Edits of different cells; hostile ones hold what cannot be taken now and then. */
export const randomTypes = (hostile = false): fc.Arbitrary<readonly TypedEdit[]> =>
  fc.uniqueArray(randomEdit(hostile), {
    maxLength: 14,
    selector: ({ sheet, id, field }) => `${sheet} ${id} ${field}`,
  });

/** The sample in several spellings. */
export const randomBase = (): fc.Arbitrary<string> =>
  fc
    .record({
      crlf: fc.boolean(),
      blankLines: fc.boolean(),
      literal: fc.boolean(),
      comments: fc.boolean(),
    })
    .map(({ crlf, blankLines, literal, comments }) => {
      let text = ATTESTATION;
      if (blankLines) text = text.replaceAll('\nevidence:', '\n\n\nevidence:');
      if (literal) text = text.replace('>-\n', '|\n');
      if (comments) text = text.replaceAll('      owner: ', '      # who\n      owner: ');
      return crlf ? text.replaceAll('\n', '\r\n') : text;
    });
