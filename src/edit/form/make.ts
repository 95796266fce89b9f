// The data of a form: the rows it asks, the lists its cells offer, and what it remembers for the day it comes back.

import { type Attestation, EVIDENCE_TYPES, STATUSES } from '../../model/attestation.ts';
import type { FormAbout, FormData, FormNews, FormRecord, FormSheetKey } from '../../model/form.ts';
import { FORM_FORMAT } from '../../model/form.ts';
import { lookup, sortedEntries } from '../../model/lookup.ts';
import { spanOf } from '../../model/period.ts';
import type { Policy } from '../../model/policy.ts';
import { type Day, type Digest, SEVERITIES } from '../../model/scalar.ts';
import { LONGEST_CELL } from '../../model/sheet-limits.ts';
import { Failure } from '../../problem.ts';
import { answerRows, type Expect } from './answer-rows.ts';
import { type Asked, type AskedFrom, askedOf } from './asked.ts';
import { KEEP_WORDS, KEY_JOIN, PLAN_STATUSES, SHEETS_BY_KEY } from './fields.ts';
import { type Remembered, writeMemory } from './memory.ts';
import { nearestHint } from './near.ts';
import { type FileRecords, recordsOf } from './records.ts';
import { idsIn } from './spell.ts';

export type FormMaking = AskedFrom & {
  readonly policy: Policy;
  readonly expect: Expect;
  /** What the provider's page made of duties, by full duty id. */
  readonly news: ReadonlyMap<string, FormNews>;
  /** Of the attestation's file. */
  readonly digest: Digest;
  readonly asOf: Day;
  readonly maker: FormData['maker'];
};

/** Rows on which new records can be written. */
const BLANKS = 30;

/** Throws `usage` when the owner is nobody the attestation lists, or there is nothing to ask, `input-invalid` for a value no cell holds. */
export const makeForm = (making: FormMaking): FormData => {
  const { attestation, previous, maker, policy } = making;
  const owner = ownerOf(making);
  const asked = askedOf(making);
  if (asked.resources.length === 0) throw nothingAsked(making, asked);
  const records = recordsOf(attestation);
  const answers = answerRows(
    { attestation, previous, records, expect: making.expect, news: making.news },
    asked.resources,
  );
  const sheets = { answers, ...otherRecords(making, records, answers) };
  refuseTooLong(sheets);
  const { id, name } = attestation.team;
  return {
    format: FORM_FORMAT,
    'as-of': making.asOf,
    maker,
    organisation: { name: policy.organisation.name },
    classification: policy.classification,
    team: { id, name },
    system: { id: attestation.system.id, name: attestation.system.name },
    period: spanOf(attestation.period),
    last: previous === null ? null : spanOf(previous.period).label,
    owner,
    counts: asked.counts,
    ...sheets,
    blanks: Array.from({ length: BLANKS }, (_, index) => index + 1),
    next: { evidence: nextId('EV', records.evidence), remediation: nextId('RM', records.remediations) },
    people: sortedEntries(attestation.people).map(([person, about]) => ({
      id: person,
      name: about.name,
      role: about.role,
    })),
    instances: idsOf(attestation.system.instances),
    lists: listsOf(attestation),
    memory: writeMemory(aboutOf(making), rememberedIn(sheets)),
  };
};

const ownerOf = ({ attestation, owner }: FormMaking): FormData['owner'] => {
  if (owner === null) return null;
  const person = lookup(attestation.people, owner);
  if (person === null)
    throw new Failure(
      'usage',
      `The attestation lists nobody as ${owner}.`,
      nearestHint(owner, Object.keys(attestation.people), 'Under `people` stand'),
    );
  return { id: owner, name: person.name, role: person.role };
};

const nothingAsked = ({ owner }: FormMaking, { counts }: Asked): Failure =>
  new Failure(
    'usage',
    owner === null ? 'There is no duty to ask anybody for.' : `There is no duty to ask ${owner} for.`,
    `${counts.inherited} duties are taken from other teams, and ${counts.others} are other people's or nobody's; without --owner a form asks for all that are not inherited.`,
  );

const refuseTooLong = (sheets: Readonly<Record<FormSheetKey, readonly FormRecord[]>>): void => {
  for (const { id, values } of Object.values(sheets).flat())
    for (const [field, value] of Object.entries(values))
      if (value !== null && value.length > LONGEST_CELL)
        throw new Failure(
          'input-invalid',
          `The ${field} of ${id} has ${value.length} characters, and a cell holds ${LONGEST_CELL}.`,
          'Say it in fewer words, or leave it in a document of its own and name that as evidence.',
        );
};

type Others = Readonly<Record<Exclude<FormSheetKey, 'answers'>, readonly FormRecord[]>>;

/** With an owner, the records that the asked rows name, and the owner's own. */
const otherRecords = (making: FormMaking, records: FileRecords, answers: readonly FormRecord[]): Others => {
  const asked = new Set(answers.map(({ id }) => id));
  const exceptions = rowsOf('exceptions', records).filter(({ keys }) => asked.has(keys.duty ?? ''));
  const named = [...answers, ...exceptions].map(({ values }) => values);
  const evidence = new Set(
    named.flatMap((values) => (values.evidence == null ? [] : idsIn(values.evidence))),
  );
  const plans = new Set(named.map((values) => values.remediation));
  const everybody = making.owner === null;
  return {
    exceptions,
    evidence: rowsOf('evidence', records).filter(({ id }) => everybody || evidence.has(id)),
    remediations: rowsOf('remediations', records).filter(
      ({ id, values }) => everybody || plans.has(id) || values.owner === making.owner,
    ),
  };
};

const rowsOf = (sheet: FormSheetKey, records: FileRecords): readonly FormRecord[] =>
  [...records[sheet]].map(([id, { values }]) => ({ id, keys: keysOf(sheet, id), values }));

const keysOf = (sheet: FormSheetKey, id: string): Readonly<Record<string, string>> => {
  const { keys } = SHEETS_BY_KEY[sheet];
  const parts = keys.length === 1 ? [id] : id.split(KEY_JOIN);
  return Object.fromEntries(keys.map((key, index) => [key, parts[index] ?? '']));
};

const listsOf = ({ people, waivers, system }: Attestation): FormData['lists'] => {
  const lists = {
    statuses: STATUSES,
    people: idsOf(people),
    types: EVIDENCE_TYPES,
    keep: KEEP_WORDS,
    severities: SEVERITIES,
    plans: PLAN_STATUSES,
    waivers: idsOf(waivers),
    instances: idsOf(system.instances),
  };
  const longest = Math.max(...Object.values(lists).map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => ({
    statuses: lists.statuses[index] ?? null,
    people: lists.people[index] ?? null,
    types: lists.types[index] ?? null,
    keep: lists.keep[index] ?? null,
    severities: lists.severities[index] ?? null,
    plans: lists.plans[index] ?? null,
    waivers: lists.waivers[index] ?? null,
    instances: lists.instances[index] ?? null,
  }));
};

const idsOf = (record: Readonly<Record<string, unknown>>): readonly string[] =>
  sortedEntries(record).map(([id]) => id);

const aboutOf = ({ attestation, owner, digest, maker }: FormMaking): Omit<FormAbout, 'records'> => ({
  format: FORM_FORMAT,
  team: attestation.team.id,
  system: attestation.system.id,
  period: spanOf(attestation.period).label,
  models: attestation.models.map(({ id, revision }) => ({ id, revision })),
  tool: maker.tool,
  owner,
  attestation: digest,
});

const rememberedIn = (sheets: Readonly<Record<FormSheetKey, readonly FormRecord[]>>): readonly Remembered[] =>
  Object.values(SHEETS_BY_KEY).flatMap(({ key }) =>
    sheets[key].map(({ id, values }) => ({ sheet: key, id, values })),
  );

/** One above the highest that is taken. */
const nextId = (letters: string, taken: ReadonlyMap<string, unknown>): string => {
  // A reduction, because there may be more ids than a call takes arguments.
  const highest = [...taken.keys()].reduce(
    (most, id) => Math.max(most, Number(id.slice(letters.length + 1))),
    0,
  );
  return `${letters}-${String(highest + 1).padStart(2, '0')}`;
};
