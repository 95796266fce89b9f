// What the provider changed, as the report tells it: each duty that the two revisions do not say alike with both texts, and what the change
// means for the attestation.
import type { Evaluation, Verdict } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { DutyChange, ModelDiff, PlaceChange, ScopeChange } from '../model/model-diff.ts';
import {
  type ChangeCounts,
  type ChangedDuty,
  DUTY_CHANGES,
  EFFECTS,
  type Effect,
  type EffectCounts,
  type ServiceChanges,
} from '../model/report-changes.ts';

export type ChangesAbout = {
  readonly inputs: Inputs;
  readonly evaluation: Evaluation;
  readonly diffs: Readonly<Record<string, ModelDiff>>;
};

/** Null where the attestation was not moved from another revision of this service. */
export const changesOf = (about: ChangesAbout, after: Model): ServiceChanges | null => {
  const { inputs, diffs } = about;
  const moved = inputs.attestation.models.find(({ id }) => id === after.id)?.previous ?? null;
  if (moved === null) return null;
  const [before, diff] = [lookup(inputs.previousModels, after.id), lookup(diffs, after.id)];
  const known = before !== null && diff !== null;
  const rows = known ? diff.duties.map((change) => dutyRow(about, change, { before, after })) : [];
  return {
    before: { revision: moved, sha256: before?.source.sha256 ?? null },
    after: { revision: after.revision, sha256: after.source.sha256 },
    counts: known
      ? { customer: countsOf('customer', rows, after), provider: countsOf('provider', rows, after) }
      : null,
    effects: known ? effectsOf(about, rows, after) : null,
    duties: rows,
    scopes: known ? diff.scopes.map((scope) => scopeRow(scope, { before, after })) : [],
    places: known ? diff.places.map(placeRow) : [],
  };
};

type Ends = { readonly before: Model; readonly after: Model };

const dutyRow = (about: ChangesAbout, change: DutyChange, { before, after }: Ends): ChangedDuty => {
  const gone = change.kind === 'removed';
  const place = placeOf(gone ? before : after, change.id);
  return {
    id: `${after.id}/${change.id}`,
    duty: change.id,
    party: change.party,
    change: change.kind,
    from: change.kind === 'moved' ? change.from : null,
    area: place?.area ?? '',
    resource: place?.resource ?? '',
    before: change.kind === 'added' ? null : change.before,
    after: change.kind === 'removed' ? null : change.after,
    words: 'words' in change ? change.words : null,
    effect: effectOn(about, change, after),
  };
};

const placeOf = (
  model: Model,
  duty: string,
): { readonly area: string; readonly resource: string } | undefined =>
  model.areas
    .flatMap((area) => area.resources.map((resource) => ({ area, resource })))
    .filter(({ resource }) => [...resource.customer, ...resource.provider].some(({ id }) => id === duty))
    .map(({ area, resource }) => ({ area: area.title, resource: resource.title }))[0];

const effectOn = (about: ChangesAbout, change: DutyChange, after: Model): Effect | null => {
  if (change.party === 'provider')
    return change.kind === 'moved' && /-C\d+$/.test(change.from) ? 'dropped' : null;
  if (change.kind === 'removed') return 'dropped';
  const verdict = verdictsOf(about, after).find(({ row }) => row.duty.id === change.id);
  return verdict === undefined ? null : effectFor(about, verdict, change.kind);
};

const verdictsOf = ({ evaluation }: ChangesAbout, after: Model): readonly Verdict[] =>
  evaluation.customer.filter(({ row }) => row.model.id === after.id);

/** A lock that binds the answer to the text as it stands now says that somebody has answered this very text. */
const effectFor = (
  { inputs: { lock } }: ChangesAbout,
  { row, result }: Verdict,
  kind: Exclude<DutyChange['kind'], 'removed'> | 'unchanged',
): Effect => {
  const bound = lookup(lock?.duties ?? {}, row.id) === row.duty.digest;
  const fresh = kind === 'added' || kind === 'moved';
  if (!row.answered) return fresh ? 'opened' : 'not-answered';
  if (fresh) return result === 're-opened' ? 'opened' : 'answered';
  if (kind === 'reworded') return bound ? 'answered-again' : 're-opened';
  return result === 're-opened' ? 're-opened' : 'attested';
};

const effectsOf = (about: ChangesAbout, rows: readonly ChangedDuty[], after: Model): EffectCounts => {
  const told = new Map(rows.map((row) => [row.id, row.effect]));
  const all = verdictsOf(about, after).map(
    (verdict) => told.get(verdict.row.id) ?? effectFor(about, verdict, 'unchanged'),
  );
  const gone = rows.filter(({ effect }) => effect === 'dropped').map(({ effect }) => effect);
  return tally(EFFECTS, [...all, ...gone]);
};

const countsOf = (
  party: ChangedDuty['party'],
  rows: readonly ChangedDuty[],
  { areas }: Model,
): ChangeCounts => {
  const own = rows.filter((row) => row.party === party);
  const now = areas.flatMap(({ resources }) => resources).flatMap((resource) => resource[party]).length;
  const counts = tally(
    DUTY_CHANGES,
    own.map(({ change }) => change),
  );
  return { unchanged: now - own.length + counts.removed, ...counts };
};

/** How often each of them comes up. */
const tally = <T extends string>(all: readonly T[], found: readonly (T | null)[]): Record<T, number> => {
  const counts = Object.fromEntries(all.map((one) => [one, 0])) as Record<T, number>;
  for (const one of found) if (one !== null) counts[one] += 1;
  return counts;
};

const scopeRow = (
  { area, ...scope }: ScopeChange,
  { before, after }: Ends,
): ServiceChanges['scopes'][number] => ({
  area,
  title: [...after.areas, ...before.areas].find(({ code }) => code === area)?.title ?? area,
  ...scope,
});

const placeRow = (change: PlaceChange): ServiceChanges['places'][number] => {
  const { code, kind } = change;
  switch (kind) {
    case 'added':
      return { code, change: kind, title: change.after.title, before: null, after: change.after.title };
    case 'removed':
      return { code, change: kind, title: change.before.title, before: change.before.title, after: null };
    case 'renamed': {
      const { before, after } = change;
      return { code, change: kind, title: after.title, before: before.title, after: after.title };
    }
    case 'reallocated':
      return reallocated(change);
  }
};

/** Where whose it is stays the same, the letters of the parties differ. */
const reallocated = ({
  code,
  title,
  before,
  after,
}: Extract<PlaceChange, { kind: 'reallocated' }>): ServiceChanges['places'][number] => {
  const letters = before.allocation === after.allocation;
  const said = ({ allocation, raci }: typeof before): string =>
    letters ? `${raci?.provider || '-'} / ${raci?.customer || '-'}` : allocation;
  return {
    code,
    change: letters ? 'lettered-otherwise' : 'reallocated',
    title,
    before: said(before),
    after: said(after),
  };
};
