// Whether a value that somebody wrote is one that its field can take: the attestation's own rules, said for people at a cell.

import { count, day, duration, interval } from '../../model/scalar.ts';
import { LONGEST_CELL } from '../../model/sheet-limits.ts';
import { pathTrouble } from '../../read/evidence-path.ts';
import type { Field } from './fields.ts';
import { nearestHint } from './near.ts';
import { idsIn } from './spell.ts';
import type { Said } from './verdict.ts';

/** The ids there are, those among them that the same form brings. */
export type KnownIds = Readonly<
  Record<'person' | 'waiver' | 'remediation' | 'evidence', ReadonlySet<string>>
>;

/** What is wrong with a value; null when nothing is. Empty is right everywhere: whether a record needs the field is asked of the record. */
export const valueTrouble = (field: Field, value: string | null, known: KnownIds): Said | null => {
  if (value === null) return null;
  return textTrouble(value) ?? kindTrouble(field, value, known);
};

const textTrouble = (value: string): Said | null => {
  if (value.length > LONGEST_CELL)
    return { sentence: `It has ${value.length} characters.`, hint: `A cell holds at most ${LONGEST_CELL}.` };
  if (!value.isWellFormed() || /[^\P{Cc}\n\t]/u.test(value))
    return { sentence: 'It holds characters that nobody can see.', hint: 'Write the text again by hand.' };
  return null;
};

const kindTrouble = (field: Field, value: string, known: KnownIds): Said | null => {
  switch (field.kind) {
    case 'word':
      return field.words.includes(value) ? null : unknown(value, field.words, 'It is one of these words');
    case 'reference':
      return known[field.to].has(value) ? null : unknown(value, known[field.to], LEADS[field.to]);
    case 'evidence':
      return evidenceTrouble(value, known.evidence);
    case 'text':
      return null;
    case 'mark':
      return MARK_STAYS;
    case 'path':
      return pathTrouble(value);
    case 'day':
      return day.safeParse(value).success ? null : { sentence: `\`${value}\` is no date.`, hint: DAY_HINT };
    case 'duration':
      return fits(duration.safeParse(value).success, value, 'a duration like P92D, P3M or P1Y');
    case 'interval':
      return fits(interval.safeParse(value).success, value, 'two days like 2026-07-01/2026-09-30');
    case 'count':
      return fits(count.safeParse(value).success, value, 'a whole number');
  }
};

const MARK_STAYS: Said = {
  sentence: 'This cell says where the answer was taken from, and nothing else can be written into it.',
  hint: 'Clear the cell when you have looked at the answer and it holds.',
};

const DAY_HINT =
  'Write the year first, like 2026-10-09, or format the cell as a date: 01.10. and 10/1 are read one way here and another way there.';

const LEADS = {
  person: 'The attestation lists these people',
  waiver: 'There are these waivers',
  remediation: 'There are these remediations',
} as const;

const unknown = (value: string, known: Iterable<string>, lead: string): Said => ({
  sentence: `There is no \`${value}\`.`,
  hint: nearestHint(value, [...known], lead),
});

const evidenceTrouble = (value: string, known: ReadonlySet<string>): Said | null => {
  const ids = idsIn(value);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return { sentence: `It names ${twice} twice.`, hint: 'Name it once.' };
  const missing = ids.find((id) => !known.has(id));
  return missing === undefined ? null : unknown(missing, known, 'There is this evidence');
};

const fits = (right: boolean, value: string, what: string): Said | null =>
  right ? null : { sentence: `\`${value}\` is not ${what}.`, hint: `Write ${what}.` };
