// What may stand in a cell of a filled form, and what is refused there: each with its cell and its reason.
import { describe, expect, test } from 'vitest';
import { apply, formOf, papersOf, type Typed, told, type, workbookOf } from './sample.ts';

const DATA = formOf();
const C2 = 'svc/AA-01-C2';

/** What becomes of one cell of a duty that nothing was said of: the value applied, or the reason why not. */
const becomes = (field: string, typed: Typed, more: Readonly<Record<string, Typed>> = {}): string | null => {
  const papers = papersOf(DATA);
  type(papers, 'answers', C2, field, typed);
  for (const [key, value] of Object.entries(more)) type(papers, 'answers', C2, key, value);
  const verdict = apply(workbookOf(DATA, papers)).verdicts.find(
    (one) => one.id === C2 && one.field === field && one.sheet === 'answers',
  );
  if (verdict?.kind === 'rejected') return `${verdict.why.sentence} ${verdict.why.hint}`;
  return verdict?.kind === 'applied' ? verdict.form : null;
};
const text = (value: string): Typed => ({ value: { kind: 'text', text: value } });
const number = (value: number, format = 'General'): Typed => ({
  value: { kind: 'number', number: value },
  format,
});
const day = (value: string): Typed => ({ value: { kind: 'date', day: value } });

test.each<[what: string, field: string, typed: Typed, becomes: string | null]>([
  ['text that looks like a formula', 'statement', text('=1+1'), '=1+1'],
  ['text with a plus', 'statement', text('+49 call'), '+49 call'],
  ['text with a hyphen', 'statement', text('- none'), '- none'],
  ['text with an at sign', 'statement', text('@lead looks'), '@lead looks'],
  ['line ends of another system', 'statement', text('a\r\nb\rc \n\n'), 'a\nb\nc'],
  ['nothing but white space', 'statement', text(' \n '), null],
  ['a number where a text is', 'statement', number(4711), '4711'],
  ['a number with a fraction', 'statement', number(0.5), '0.5'],
  ['a date cell', 'last-performed', day('2026-10-01'), '2026-10-01'],
  ['a date cell at midnight', 'last-performed', day('2026-10-01T00:00:00'), '2026-10-01'],
  ['a date as text', 'last-performed', text(' 2026-10-01 '), '2026-10-01'],
  ['a word with white space', 'status', text(' planned '), 'planned'],
  ['ids between pipes', 'evidence', text('EV-01|EV-02'), 'EV-01 | EV-02'],
  ['ids between commas and lines', 'evidence', text('EV-02,\nEV-01;'), 'EV-02 | EV-01'],
  ['a duration', 'frequency', text('P3M'), 'P3M'],
])('%s is taken', (_, field, typed, value) => {
  expect(becomes(field, typed)).toBe(value);
});

test.each<[what: string, field: string, typed: Typed, why: string]>([
  ['a formula', 'status', { ...Object(text('planned')), formula: 'A1' }, 'It holds a formula.'],
  [
    'a formula of a date',
    'last-performed',
    { ...Object(day('2026-10-01')), formula: 'TODAY()' },
    'It holds a formula.',
  ],
  ['an unknown word', 'status', text('Planned'), 'There is no `Planned`. Did you mean `planned`?'],
  ['an unknown person', 'owner', text('leda'), 'There is no `leda`. Did you mean `lead`?'],
  ['unknown evidence', 'evidence', text('EV-01 | EV-77'), 'There is no `EV-77`.'],
  ['evidence named twice', 'evidence', text('EV-01 | EV-01'), 'It names EV-01 twice.'],
  ['an unknown waiver', 'waiver', text('WV-09'), 'There is no `WV-09`.'],
  ['an unknown remediation', 'remediation', text('RM-09'), 'There is no `RM-09`.'],
  ['a date with stops', 'last-performed', text('01.10.2026'), '`01.10.2026` is no date.'],
  ['a date with strokes', 'last-performed', text('10/1/2026'), '`10/1/2026` is no date.'],
  ['a date with a month in words', 'last-performed', text('1 Oct 2026'), '`1 Oct 2026` is no date.'],
  ['a day that is none', 'last-performed', text('2026-02-30'), '`2026-02-30` is no date.'],
  ['a date with a time', 'last-performed', day('2026-10-01T09:30:00'), 'It holds a time of day'],
  ['a number for a date', 'last-performed', number(46296), 'It holds a number and no date.'],
  ['a date for a text', 'statement', day('2026-10-01'), 'It holds a date, and this is no date.'],
  ['a truth value', 'statement', { value: { kind: 'boolean', boolean: true } }, 'It holds a truth value.'],
  ['an error', 'statement', { value: { kind: 'error', error: '#REF!' } }, 'It holds an error value.'],
  ['a number that is shown otherwise', 'statement', number(7, '000'), 'shown otherwise'],
  ['a number with too many digits', 'statement', number(2 ** 60), 'shown otherwise'],
  ['a number in powers', 'statement', number(1e21), 'shown otherwise'],
  ['a duration in words', 'frequency', text('monthly'), 'is not a duration like P92D'],
  ['a text longer than a cell', 'statement', text('x'.repeat(32_768)), 'It has 32768 characters.'],
  ['a control character', 'statement', text('a\u0007b'), 'characters that nobody can see'],
  ['half a character', 'statement', text('a\ud83d'), 'characters that nobody can see'],
])('%s is refused', (_, field, typed, why) => {
  expect(becomes(field, typed)).toContain(why);
});

describe('merged cells', () => {
  test('are refused in every row they cover', () => {
    const papers = papersOf(DATA);
    type(papers, 'answers', 'svc/AA-02-C1', 'status', 'planned');
    papers.answers.merges = [{ top: 4, left: 2, bottom: 6, right: 2 }];
    const lines = told(apply(workbookOf(DATA, papers)));
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.includes('It belongs to merged cells'))).toBe(true);
  });

  test('elsewhere are nobody’s business', () => {
    const papers = papersOf(DATA);
    papers.answers.merges = [
      { top: 4, left: 20, bottom: 9, right: 22 },
      { top: 4, left: 2, bottom: 4, right: 2 },
    ];
    expect(told(apply(workbookOf(DATA, papers)))).toEqual([]);
  });
});

test('new remediations need dates that are dates and whole rows', () => {
  const papers = papersOf(DATA);
  papers.remediations.rows.push([
    ...['RM-02', 'Weak', 'low', 'Act', 'lead'],
    day('2026-10-01'),
    '2026-12-01',
    '2026-12-01',
    'open',
    number(4711),
  ]);
  type(papers, 'answers', C2, 'remediation', 'RM-02');
  const applied = apply(workbookOf(DATA, papers));
  expect(told(applied).filter((line) => !line.startsWith('applied'))).toEqual([]);
  expect(applied.text).toMatch(/RM-02:\n {4}weakness: Weak\n[\s\S]*ticket: "?4711"?\n/);
});
