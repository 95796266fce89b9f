// The state of each item of evidence: its file against the facts and the lock, its days against the period.
import type { Evidence } from '../model/attestation.ts';
import { ends } from '../model/calendar.ts';
import type { EvidenceState, FileState } from '../model/evaluation.ts';
import type { Fact } from '../model/facts.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Lock } from '../model/lock.ts';
import { lookup, sortedEntries } from '../model/lookup.ts';
import type { Matrix } from '../model/matrix.ts';
import { overlaps, type Stretch, windowOf } from './window.ts';

/** One for each item the attestation lists, sorted by id. */
export const evidenceStates = (inputs: Inputs, matrix: Matrix): readonly EvidenceState[] => {
  const users = usersOf(matrix);
  const window = windowOf(inputs);
  return sortedEntries(inputs.attestation.evidence).map(([id, item]) => {
    const fact = lookup(inputs.facts.evidence, id);
    const locked = inputs.lock === null ? null : lookup(inputs.lock.evidence, id);
    const { present, size, sha256 } = factsOf(item, fact);
    return {
      id,
      item,
      usedBy: users.get(id) ?? [],
      file: fileState(item, fact, locked),
      present,
      size,
      sha256,
      inPeriod: isInPeriod(inputs, window, item),
    };
  });
};

/** Duties by the evidence their answers name. */
const usersOf = ({ customer }: Matrix): ReadonlyMap<string, readonly string[]> => {
  const users = new Map<string, string[]>();
  for (const row of customer) {
    for (const id of row.evidence) users.set(id, [...(users.get(id) ?? []), row.id]);
  }
  return users;
};

const hasNoFile = (item: Evidence, fact: Fact | null): boolean =>
  item.file === undefined || (item.keep === 'reference' && fact === null);

const fileState = (item: Evidence, fact: Fact | null, locked: Lock['evidence'][string] | null): FileState => {
  if (hasNoFile(item, fact)) return 'none';
  if (fact === null || !fact.present) return 'missing';
  if (locked === null) return 'not-locked';
  return locked.sha256 === fact.sha256 && locked.size === fact.size ? 'same' : 'changed';
};

const factsOf = (item: Evidence, fact: Fact | null): Pick<EvidenceState, 'present' | 'size' | 'sha256'> => {
  if (hasNoFile(item, fact)) return { present: null, size: null, sha256: null };
  if (fact === null || !fact.present) return { present: false, size: null, sha256: null };
  return { present: true, size: fact.size, sha256: fact.sha256 };
};

const isInPeriod = ({ asOf }: Inputs, window: Stretch, item: Evidence): boolean => {
  const taken = item.at !== undefined && window.from <= item.at && item.at <= asOf;
  return taken || (item.covers !== undefined && overlaps(ends(item.covers), window));
};
