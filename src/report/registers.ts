// The registers: evidence, waivers and remediations, each with its state and the duties that lean on it.
import type { Evaluation, EvidenceState, RemediationState, WaiverState } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup } from '../model/lookup.ts';
import type { Report, ReportEvidence } from '../model/report.ts';
import { personOf } from './people.ts';

type Members = Readonly<Record<string, string>>;

/** `members`: path inside the pack by evidence id. */
export const evidenceOf = (
  inputs: Inputs,
  { evidence }: Evaluation,
  members: Members,
): readonly ReportEvidence[] => evidence.map((state) => evidenceShown(inputs, members, state));

const lockOf = ({ file }: EvidenceState): ReportEvidence['lock'] =>
  file === 'none' || file === 'missing' ? 'no-file' : file;

/** One literal, for there are hundreds: copies of parts would take several times as long to put together. */
const evidenceShown = (inputs: Inputs, members: Members, state: EvidenceState): ReportEvidence => {
  const { id, item } = state;
  return {
    id,
    type: item.type,
    title: item.title,
    file: item.file ?? null,
    location: item.location ?? null,
    keep: item.keep,
    at: item.at ?? null,
    covers: item.covers ?? null,
    by: personOf(inputs, item.by),
    source: item.source ?? null,
    query: item.query ?? null,
    records: item.records ?? null,
    complete: item.complete ?? null,
    classification: item.classification ?? null,
    member: lookup(members, id),
    present: state.present,
    size: state.size,
    sha256: state.sha256,
    lock: lockOf(state),
    'used-by': state.usedBy,
  };
};

export const waiverOf = (
  inputs: Inputs,
  { id, item, state, daysLeft, usedBy }: WaiverState,
): Report['waivers'][number] => ({
  id,
  reason: item.reason,
  risk: item.risk,
  compensating: item.compensating ?? null,
  'accepted-by': personOf(inputs, item['accepted-by']),
  accepted: item.accepted,
  expires: item.expires,
  state,
  'days-left': daysLeft,
  proof: item.proof ?? null,
  'used-by': usedBy,
});

export const remediationOf = (inputs: Inputs, state: RemediationState): Report['remediations'][number] => {
  const { id, item, overdue, postponed, age, daysLeft, usedBy } = state;
  return {
    id,
    weakness: item.weakness,
    severity: item.severity,
    action: item.action,
    owner: personOf(inputs, item.owner),
    opened: item.opened,
    'original-due': item['original-due'],
    due: item.due,
    status: item.status,
    overdue,
    postponed,
    age,
    'days-left': daysLeft,
    ticket: item.ticket ?? null,
    milestones: item.milestones.map(({ what, due, done }) => ({ what, due, done: done ?? null })),
    'used-by': usedBy,
  };
};
