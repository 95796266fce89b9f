// A small attestation of the example's shape, the model it answers, and forms of it as workbooks that were never drawn.
import { sha256 } from '../../../src/codec/digest.ts';
import type { ReadCell, ReadSheet, ReadValue, ReadWorkbook } from '../../../src/codec/xlsx/index.ts';
import { type AppliedForm, applyForm } from '../../../src/edit/form/apply.ts';
import { SHEETS_BY_KEY } from '../../../src/edit/form/fields.ts';
import { type FormMaking, makeForm } from '../../../src/edit/form/make.ts';
import { expectedOf } from '../../../src/evaluate/expect.ts';
import type { Attestation } from '../../../src/model/attestation.ts';
import { FORM_SHEETS, type FormData, type FormSheetKey } from '../../../src/model/form.ts';
import type { Model } from '../../../src/model/model.ts';
import { mustRead } from '../../../src/pipeline/must-read.ts';
import { readAttestation, readModel, readPolicy } from '../../../src/read/index.ts';
import { POLICY } from '../../pipeline/sample-files.ts';

const duty = (id: string): string => `{ id: ${id}, line: 3, text: Does ${id}, digest: "${sha256(id)}" }`;
const resource = (code: string, duties: number): string => `
      - code: ${code}
        title: Resource ${code}
        line: 2
        allocation: shared
        provider: [${duty(`${code}-P1`)}]
        customer: [${Array.from({ length: duties }, (_, index) => duty(`${code}-C${index + 1}`)).join(', ')}]`;

export const modelText = (revision = '2026-01-01', gone = false): string => `
format: countersign/model@1
id: svc
title: Service
provider: { id: prov, name: Provider }
revision: "${revision}"
text: verbatim
source: { title: Page, sha256: "${sha256(revision)}" }
areas:
  - code: AA
    title: Area
    line: 1
    allocation: shared
    resources:${resource('AA-01', gone ? 1 : 2)}${resource('AA-02', 3)}${resource('AA-03', 1)}
retired: ${gone ? `[{ id: AA-01-C2, revision: "${revision}" }]` : '[]'}
`;

export const ATTESTATION = `# top
format: countersign/attestation@1
team: { id: pay, name: Payments }
system:
  id: shop
  name: Shop
  instances: { de: { name: shop-de }, gb: { name: shop-gb } }
period: 2026-Q3
models: [{ id: svc, revision: "2026-01-01" }]
people:
  lead: { name: Robin Example, role: Lead }
  sre: { name: Kim Sample, role: Engineer }
duties:
  svc:
    # AA-01-C1 (line 3): text
    AA-01-C1:
      status: implemented # checked
      owner: lead
      statement: >-
        Set in Terraform
        and reviewed.
      evidence: [EV-01, EV-02]
      except:
        gb: { status: partial, statement: Not all., remediation: RM-01 }
      tests: [{ method: examine, by: sre, on: 2026-10-01, of: Reviews }]

    AA-01-C2:
    # the whole resource
    AA-02: { status: not-applicable, owner: sre, reason: None here. }
    AA-02-C2:
      owner: lead
      status: planned
    AA-03-C1:
      inherited: { from: platform, ours: none }
evidence:
  EV-01: { type: ticket, title: A ticket, location: OPS-1, at: 2026-10-02, by: lead }
  EV-02:
    type: document # kept
    title: "A document"
    file: evidence/a.pdf
    keep: reference
    records: 14
waivers:
  WV-01: { reason: r, risk: k, accepted-by: lead, accepted: 2026-08-01, expires: 2026-12-31 }
remediations:
  RM-01:
    weakness: Missing
    severity: moderate
    action: Do it
    owner: sre
    opened: 2026-08-01
    original-due: 2026-11-30
    due: 2026-11-30
    status: open
`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const attestationOf = (text: string): Attestation =>
  mustRead(readAttestation({ name: 'pay.attestation.yaml', bytes: bytes(text) }));
const modelOf = (text = modelText()): Model =>
  mustRead(readModel({ name: 'svc.model.yaml', bytes: bytes(text) }));
const POLICY_READ = mustRead(readPolicy({ name: 'p', bytes: bytes(POLICY) }));

/** The data of a form of that text. */
export const formOf = (text = ATTESTATION, more: Partial<FormMaking> = {}): FormData =>
  makeForm({
    attestation: attestationOf(text),
    models: { svc: modelOf() },
    previous: null,
    news: new Map(),
    owner: null,
    policy: POLICY_READ,
    expect: (model, keys) => expectedOf(POLICY_READ, model, keys),
    digest: sha256(text),
    asOf: '2026-10-09',
    maker: {
      tool: { name: 'countersign', version: '0' },
      template: { id: 'test', language: 'en', paper: 'a4' },
    },
    ...more,
  });

/** A cell as a person may leave it. */
export type Typed =
  | string
  | null
  | { readonly value: ReadValue; readonly formula?: string; readonly format?: string };
/** One sheet as a table of what is typed, with its headers. */
export type Paper = { name: string; headers: string[]; rows: Typed[][]; merges: ReadSheet['merges'] };
export type Papers = Record<FormSheetKey, Paper>;

/** The sheets of an untouched form, to be scribbled on. Headers are field keys with an `h-` before them. */
export const papersOf = (data: FormData): Papers => {
  const paper = (key: FormSheetKey): Paper => {
    const { keys, fields } = SHEETS_BY_KEY[key];
    return {
      name: `Sheet ${key}`,
      headers: [...keys, ...fields.map((field) => field.key)].map((one) => `h-${one}`),
      rows: data[key].map(({ keys: id, values }) => [
        ...keys.map((one) => id[one] ?? null),
        ...fields.map((field) => values[field.key] ?? null),
      ]),
      merges: [],
    };
  };
  return {
    answers: paper('answers'),
    exceptions: paper('exceptions'),
    evidence: paper('evidence'),
    remediations: paper('remediations'),
  };
};

/** Sets what a record's row says under a field. */
export const type = (papers: Papers, key: FormSheetKey, id: string, field: string, typed: Typed): void => {
  const { headers, rows } = papers[key];
  const row = rows.find((cells) => cells[0] === id);
  const column = headers.indexOf(`h-${field}`);
  if (row === undefined || column < 0) throw new Error(`the form has no ${id} ${field}`);
  row[column] = typed;
};

const cellOf = (typed: Typed, row: number, column: number): readonly ReadCell[] => {
  if (typed === null || typed === '') return [];
  const at = { row, column, unlocked: true };
  return typeof typed === 'string'
    ? [{ ...at, value: { kind: 'text', text: typed }, formula: null, format: '@' }]
    : [{ ...at, value: typed.value, formula: typed.formula ?? null, format: typed.format ?? 'General' }];
};

const sheetOf = (
  name: string,
  rows: readonly (readonly Typed[])[],
  merges: ReadSheet['merges'],
): ReadSheet => ({
  name,
  state: 'visible',
  rows: new Map(
    rows.map((cells, index) => [index + 1, cells.flatMap((one, at) => cellOf(one, index + 1, at + 1))]),
  ),
  unlocked: [],
  merges,
  tables: [],
});

/** The workbook of scribbled papers; `hidden` rows take the place of what the hidden sheet holds. */
export const workbookOf = (data: FormData, papers: Partial<Papers> = papersOf(data)): ReadWorkbook => {
  const plain = papersOf(data);
  const hidden: Typed[][] = [
    ['about', null, null, ...data.memory.about],
    ...FORM_SHEETS.flatMap((key) => [
      ['sheet', key, null, plain[key].name],
      ...plain[key].headers.map((header) => ['column', key, header.slice(2), header]),
    ]),
    ...data.memory.records.map(({ sheet, id, parts }) => ['record', sheet, id, ...parts]),
  ];
  return {
    sheets: [
      ...Object.values(papers).map(({ name, headers, rows, merges }) =>
        sheetOf(name, [headers, ...rows], merges),
      ),
      sheetOf('_meta', hidden, []),
    ],
    names: new Map(),
    macros: false,
    externalLinks: 0,
  };
};

/** The form applied to that text. */
export const apply = (workbook: ReadWorkbook, text = ATTESTATION, model = modelText()): AppliedForm =>
  applyForm({
    attestation: attestationOf(text),
    file: { name: 'pay.attestation.yaml', text, digest: sha256(text) },
    models: { svc: modelOf(model) },
    workbook,
  });

/** Verdicts that are not `unchanged`, one line each. */
export const told = ({ verdicts }: AppliedForm): readonly string[] =>
  verdicts.flatMap((one) =>
    one.kind === 'unchanged'
      ? []
      : [
          `${one.kind} ${one.at} ${one.id} ${one.field ?? 'id'}${one.kind === 'rejected' ? `: ${one.why.sentence}` : ''}`,
        ],
  );
