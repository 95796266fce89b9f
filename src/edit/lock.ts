// The lock beside an attestation: what each answer was given to, and what each evidence file was, when the team last looked.
// Pure: facts come in, a lock and a list of changes go out.
import { answerTo, isAnswered } from '../model/answer.ts';
import type { Answer, Attestation } from '../model/attestation.ts';
import type { Facts } from '../model/facts.ts';
import type { Lock } from '../model/lock.ts';
import { lookup } from '../model/lookup.ts';
import type { Area, Duty, Model, Resource } from '../model/model.ts';
import type { Digest } from '../model/scalar.ts';
import { Failure } from '../problem.ts';

/** What happened to one entry. `missing` is evidence that is named but not there: its old entry stays, so that it cannot be exchanged unseen. */
export type LockChange = {
  readonly part: 'duty' | 'evidence';
  readonly id: string;
  readonly kind: 'added' | 'kept' | 'changed' | 'dropped' | 'missing';
};

/** `changes` has one entry per duty or evidence id, duties first, each part in code unit order of the ids. */
export type Relock = { readonly lock: Lock; readonly changes: readonly LockChange[] };

export type LockInputs = {
  readonly attestation: Attestation;
  readonly models: Readonly<Record<string, Model>>;
  readonly facts: Facts;
  /** The lock that is there now; null when the team has not locked yet. */
  readonly previous: Lock | null;
};

/**
 * Digests of the answered customer duties and of the evidence files.
 * Throws a `lock-changed` failure that names every entry whose digest is no longer the locked one, unless `replace` is set.
 */
export const lockAttestation = (inputs: LockInputs, options: { readonly replace: boolean }): Relock => {
  const duties = relock(
    'duty',
    answeredDuties(inputs),
    inputs.previous?.duties ?? {},
    (digest) => digest,
    new Set(),
  );
  const now = evidenceFiles(inputs);
  const evidence = relock(
    'evidence',
    now.present,
    inputs.previous?.evidence ?? {},
    ({ sha256 }) => sha256,
    now.missing,
  );
  const changes = [...duties.changes, ...evidence.changes];
  const changed = changes.filter(({ kind }) => kind === 'changed');
  if (changed.length > 0 && !options.replace) throw refusal(changed);
  return {
    lock: { format: 'countersign/lock@1', duties: duties.entries, evidence: evidence.entries },
    changes,
  };
};

const answeredDuties = ({ attestation, models }: LockInputs): Readonly<Record<string, Digest>> =>
  Object.fromEntries(
    attestation.models.flatMap(({ id }) => {
      const given = lookup(attestation.duties, id) ?? {};
      return resourcesOf(lookup(models, id)?.areas ?? [])
        .flatMap((resource) => resource.customer.filter((duty) => hasAnswer(given, resource, duty)))
        .map((duty) => [`${id}/${duty.id}`, duty.digest]);
    }),
  );

const resourcesOf = (areas: readonly Area[]): readonly Resource[] =>
  areas.flatMap(({ resources }) => resources);

const hasAnswer = (given: Readonly<Record<string, Answer>>, resource: Resource, duty: Duty): boolean => {
  const found = answerTo(given, duty.id, resource.code);
  return found !== null && isAnswered(found.answer);
};

type EvidenceEntry = Lock['evidence'][string];
type EvidenceNow = {
  readonly present: Readonly<Record<string, EvidenceEntry>>;
  readonly missing: ReadonlySet<string>;
};

const evidenceFiles = ({ attestation, facts }: LockInputs): EvidenceNow => {
  const present: Record<string, EvidenceEntry> = {};
  const missing = new Set<string>();
  for (const [id, { file }] of Object.entries(attestation.evidence)) {
    const fact = facts.evidence[id];
    if (file === undefined) continue;
    if (fact?.present === true) present[id] = { file, size: fact.size, sha256: fact.sha256 };
    else missing.add(id);
  }
  return { present, missing };
};

type Relocked<T> = { readonly entries: Readonly<Record<string, T>>; readonly changes: readonly LockChange[] };

const relock = <T>(
  part: LockChange['part'],
  now: Readonly<Record<string, T>>,
  before: Readonly<Record<string, T>>,
  digestOf: (entry: T) => Digest,
  missing: ReadonlySet<string>,
): Relocked<T> => {
  const ids = [...new Set([...Object.keys(now), ...Object.keys(before), ...missing])].sort();
  const kindOf = (id: string): LockChange['kind'] => {
    const [fresh, old] = [now[id], before[id]];
    if (fresh === undefined) return missing.has(id) ? 'missing' : 'dropped';
    if (old === undefined) return 'added';
    return digestOf(fresh) === digestOf(old) ? 'kept' : 'changed';
  };
  const entries = ids.flatMap((id) => {
    const entry = now[id] ?? (missing.has(id) ? before[id] : undefined);
    return entry === undefined ? [] : [[id, entry] as const];
  });
  return { entries: Object.fromEntries(entries), changes: ids.map((id) => ({ part, id, kind: kindOf(id) })) };
};

const refusal = (changed: readonly LockChange[]): Failure => {
  const what = ({ part, id }: LockChange): string =>
    part === 'duty' ? `the provider's text of ${id}` : `the file of ${id}`;
  return new Failure(
    'lock-changed',
    `The lock stays as it is, because this has changed since it was written: ${changed.map(what).join(', ')}.`,
    'Look at each of them again, correct the answers they bear on, and then lock with --replace.',
  );
};
