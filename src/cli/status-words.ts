// The words for what is owed.
import type { OwedItem, OwedWhat, OwedWhy } from '../index.ts';

const WHAT = {
  'remediation-overdue': 'overdue',
  'waiver-expired': 'waiver expired',
  're-opened': 're-opened',
  'not-answered': 'not answered',
  'to-confirm': 'to be confirmed',
  unsupported: 'unsupported',
  'sign-off-missing': 'sign-off missing',
} as const satisfies Record<OwedWhat, string>;

const WHY = {
  'statement-missing': 'no statement',
  'reason-missing': 'no reason',
  'not-locked': 'answer not locked',
  'evidence-missing': 'evidence missing',
  'evidence-changed': 'evidence changed',
  'evidence-not-locked': 'evidence not locked',
  'evidence-out-of-period': 'evidence out of period',
  'out-of-date': 'to be performed again',
  tests: 'tests speak against it',
  planned: 'planned only',
  'not-implemented': 'not implemented',
  inherited: 'inherited answer does not hold',
} as const satisfies Record<OwedWhy, string>;

/** `unsupported: no statement, evidence missing`. */
export const whatWords = ({ what, why }: OwedItem): string =>
  why.length === 0 ? WHAT[what] : `${WHAT[what]}: ${why.map((one) => WHY[one]).join(', ')}`;

/** The same with the record that it is about, where that is not the duty itself: `overdue (RM-01)`. */
export const recordWords = (item: OwedItem): string =>
  item.what === 'remediation-overdue' || item.what === 'waiver-expired'
    ? `${whatWords(item)} (${item.name})`
    : whatWords(item);
