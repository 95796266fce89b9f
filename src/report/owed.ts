// What is still owed before a pack is worth building: of one attestation, every duty that is not answered, not confirmed or not supported,
// and the sign-offs, remediations and waivers that wait for somebody. Codes and the files' own words only.
import type { Attestation } from '../model/attestation.ts';
import type { Evaluation, Verdict } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { byCodeUnits, lookup } from '../model/lookup.ts';
import type { Result } from '../model/report.ts';
import { type Day, SEVERITIES, type Severity } from '../model/scalar.ts';

/** In order of urgency: what has run out first, then what nobody has said, last what can only follow all the rest. */
export const OWED_WHATS = [
  'remediation-overdue',
  'waiver-expired',
  're-opened',
  'not-answered',
  'to-confirm',
  'unsupported',
  'sign-off-missing',
] as const;
export type OwedWhat = (typeof OWED_WHATS)[number];

export type OwedPerson = { readonly id: string; readonly name: string; readonly email: string | null };
/** `id` is the model's id and the area's code. */
export type OwedArea = { readonly id: string; readonly title: string };

export type OwedItem = {
  readonly what: OwedWhat;
  /** Full id of the duty, or of the first that it bears on; null where it bears on none. */
  readonly duty: string | null;
  /** What it is called: the duty's name, `RM-01`, `WV-01`, or a role. */
  readonly name: string;
  /** The duty's text, the weakness, the accepted risk. */
  readonly text: string;
  /** Who has to see to it; null where nobody is named. */
  readonly owner: OwedPerson | null;
  readonly area: OwedArea | null;
  /** Of the duty; null where it is none. */
  readonly criticality: Severity | null;
  /** Why a duty is unsupported. */
  readonly why: readonly OwedWhy[];
  /** The day since when; of a duty that is new on the provider's page that page's; or the label of the period that an answer was carried from. */
  readonly since: string | null;
};

/** Each customer duty, owed or not, for counting. */
export type OwedDuty = {
  readonly id: string;
  readonly owner: OwedPerson | null;
  readonly area: OwedArea;
  readonly result: Result;
};

export type Owed = {
  readonly team: { readonly id: string; readonly name: string };
  readonly system: { readonly id: string; readonly name: string };
  readonly period: string;
  readonly 'as-of': Day;
  readonly duties: readonly OwedDuty[];
  /** In order of urgency, then of criticality, then of names. */
  readonly items: readonly OwedItem[];
};

const WHY = {
  'statement-missing': 'statement-missing',
  'reason-missing': 'reason-missing',
  'duty-not-locked': 'not-locked',
  'evidence-missing': 'evidence-missing',
  'evidence-file-missing': 'evidence-missing',
  'evidence-changed': 'evidence-changed',
  'evidence-not-locked': 'evidence-not-locked',
  'evidence-outside-period': 'evidence-out-of-period',
  'evidence-out-of-date': 'out-of-date',
  'test-deviation-unanswered': 'tests',
  'test-sample-too-large': 'tests',
  'test-by-owner': 'tests',
  'status-planned': 'planned',
  'status-not-implemented': 'not-implemented',
  'inherited-not-found': 'inherited',
  'inherited-worse': 'inherited',
} as const;
export type OwedWhy = (typeof WHY)[keyof typeof WHY];

export const owedOf = (inputs: Inputs, evaluation: Evaluation): Owed => {
  const { attestation, asOf } = inputs;
  const { team, system } = attestation;
  const duties = evaluation.customer.map(({ row, result }) => ({
    id: row.id,
    owner: personIn(attestation, row.own?.owner),
    area: areaOf(row),
    result,
  }));
  const items = [
    ...evaluation.customer.flatMap((verdict) => dutyItems(inputs, evaluation, verdict)),
    ...planItems(attestation, evaluation),
    ...waiverItems(attestation, evaluation),
    ...signOffItems(evaluation),
  ];
  return {
    team: { id: team.id, name: team.name },
    system: { id: system.id, name: system.name },
    period: evaluation.span.label,
    'as-of': asOf,
    duties,
    items: items.sort(inUrgency),
  };
};

const inUrgency = (a: OwedItem, b: OwedItem): number =>
  OWED_WHATS.indexOf(a.what) - OWED_WHATS.indexOf(b.what) ||
  gravity(b) - gravity(a) ||
  byCodeUnits(a.since ?? '', b.since ?? '') ||
  byCodeUnits(a.duty ?? '', b.duty ?? '') ||
  // Roles stay in the order in which they sign.
  (a.what === 'sign-off-missing' ? 0 : byCodeUnits(a.name, b.name));

const gravity = ({ criticality }: OwedItem): number =>
  criticality === null ? -1 : SEVERITIES.indexOf(criticality);

const personIn = ({ people }: Attestation, id: string | undefined): OwedPerson | null => {
  if (id === undefined) return null;
  const person = lookup(people, id);
  return { id, name: person?.name ?? id, email: person?.email ?? null };
};

const areaOf = ({ model, area }: Pick<Verdict['row'], 'model' | 'area'>): OwedArea => ({
  id: `${model.id}/${area.code}`,
  title: area.title,
});

/** True for a duty that the revision before did not give to the customer. */
const isNew = ({ previousModels }: Inputs, { model, duty, carriedFrom }: Verdict['row']): boolean => {
  const before = lookup(previousModels, model.id);
  const had = before?.areas.some(({ resources }) =>
    resources.some(({ customer }) => customer.some(({ id }) => id === duty.id)),
  );
  return carriedFrom === null && had === false;
};

const dutyItems = (
  inputs: Inputs,
  { findings }: Evaluation,
  { row, result, findings: told }: Verdict,
): readonly OwedItem[] => {
  const what = whatOf(row, result);
  if (what === null) return [];
  const rules = findings.flatMap(({ id, rule }) => (told.includes(id) ? [rule] : []));
  return [
    {
      what,
      duty: row.id,
      name: row.name,
      text: row.duty.text,
      owner: personIn(inputs.attestation, row.own?.owner),
      area: areaOf(row),
      criticality: row.expected.criticality,
      why: what === 'unsupported' ? whyOf(rules) : [],
      since: what === 're-opened' || isNew(inputs, row) ? row.model.revision : row.carriedFrom,
    },
  ];
};

const whatOf = ({ carriedFrom }: Verdict['row'], result: Result): OwedWhat | null => {
  if (result === 'not-answered') return carriedFrom === null ? 'not-answered' : 'to-confirm';
  return result === 're-opened' || result === 'unsupported' ? result : null;
};

const whyOf = (rules: readonly string[]): readonly OwedWhy[] => [
  ...new Set(rules.flatMap((rule) => lookup<OwedWhy>(WHY, rule) ?? [])),
];

/** Of the first duty that a record serves. */
const served = (
  { matrix }: Evaluation,
  usedBy: readonly string[],
): Pick<OwedItem, 'duty' | 'area' | 'criticality'> & { readonly row: Verdict['row'] | null } => {
  const row = matrix.customer.find(({ id }) => id === usedBy[0]) ?? null;
  if (row === null) return { duty: null, area: null, criticality: null, row };
  return { duty: row.id, area: areaOf(row), criticality: row.expected.criticality, row };
};

const planItems = (attestation: Attestation, evaluation: Evaluation): readonly OwedItem[] =>
  evaluation.remediations.flatMap(({ id, item, usedBy, overdue }): readonly OwedItem[] => {
    if (!overdue) return [];
    const { row: _row, ...place } = served(evaluation, usedBy);
    const owner = personIn(attestation, item.owner);
    return [
      {
        what: 'remediation-overdue',
        name: id,
        text: item.weakness,
        owner,
        ...place,
        why: [],
        since: item.due,
      },
    ];
  });

/** Whoever owns the duty has to close the gap, or to have the risk accepted again. */
const waiverItems = (attestation: Attestation, evaluation: Evaluation): readonly OwedItem[] =>
  evaluation.waivers.flatMap(({ id, item, usedBy, state }): readonly OwedItem[] => {
    if (state !== 'expired') return [];
    const { row, ...place } = served(evaluation, usedBy);
    const owner = personIn(attestation, row?.own?.owner ?? item['accepted-by']);
    return [
      { what: 'waiver-expired', name: id, text: item.risk, owner, ...place, why: [], since: item.expires },
    ];
  });

const signOffItems = ({ approvals }: Evaluation): readonly OwedItem[] =>
  approvals.missing.map((role) => ({
    what: 'sign-off-missing',
    duty: null,
    name: role,
    text: `The sign-off of the ${role}`,
    owner: null,
    area: null,
    criticality: null,
    why: [],
    since: null,
  }));
