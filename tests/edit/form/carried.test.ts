// An answer carried from an earlier period, in a form: its cell is cleared to confirm it, and takes nothing else.
import { expect, test } from 'vitest';
import { ATTESTATION, apply, formOf, papersOf, told, type, workbookOf } from './sample.ts';

const C1 = 'svc/AA-01-C1';
const CARRIED = ATTESTATION.replace(
  '      owner: lead\n',
  '      owner: lead\n      carried-from: 2026-Q2\n',
);
const DATA = formOf(CARRIED);
const typed = (text: string): ReturnType<typeof apply> => {
  const papers = papersOf(DATA);
  type(papers, 'answers', C1, 'carried-from', { value: { kind: 'text', text } });
  return apply(workbookOf(DATA, papers), CARRIED);
};

test('the row says that it waits to be confirmed', () => {
  expect(DATA.answers.find(({ id }) => id === C1)).toMatchObject({
    open: 'to-confirm',
    values: { 'carried-from': '2026-Q2' },
  });
});

test('clearing the cell takes the line away and leaves every other byte', () => {
  expect(typed('').text).toBe(ATTESTATION);
});

test('anything else is refused', () => {
  const applied = typed('2026-Q3');
  expect(applied.text).toBeNull();
  expect(told(applied).join()).toContain('nothing else can be written into it');
});
