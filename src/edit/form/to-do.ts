// What a row of the form still needs, in the order in which the form's own formula asks; the formula's first value is this one.
import type { FormValues, ToDo } from '../../model/form.ts';
import { idsIn } from './spell.ts';

const NEEDS_REASON = ['alternative', 'not-applicable'];
const NEEDS_EVIDENCE = ['implemented', 'partial', 'alternative'];

/** `above` is what is said of the whole resource, which answers a duty whose own row is blank; `evidence` the number of items expected. */
export const toDoOf = (values: FormValues, above: string | null, evidence: number): ToDo => {
  const { status } = values;
  const empty = Object.values(values).every((value) => value === null);
  if (status == null) return empty && above !== null ? 'answered-above' : 'open';
  if (values['carried-from'] != null) return 'to-confirm';
  if (values.owner == null) return 'owner-missing';
  if (status !== 'not-applicable' && values.statement == null) return 'statement-missing';
  if (NEEDS_REASON.includes(status) && values.reason == null) return 'reason-missing';
  const given = values.evidence == null ? 0 : idsIn(values.evidence).length;
  return NEEDS_EVIDENCE.includes(status) && given < evidence ? 'evidence-missing' : 'done';
};
