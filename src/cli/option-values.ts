// What the words of shared options mean, or why they mean nothing.
import { type Day, isDay, PAPERS, type Paper } from '../index.ts';
import { Failure } from '../problem.ts';
import type { Args } from './contract.ts';

/** The day of an option; throws a `usage` failure when it is none. */
export const dayOption = (args: Args, option: 'as-of' | 'revision'): Day | null => {
  const day = args.text(option);
  if (day !== null && !isDay(day))
    throw new Failure('usage', `--${option} ${day} is no day of the calendar.`, 'Write it like 2026-10-09.');
  return day;
};

/** The paper of `--paper`; throws a `usage` failure when it is none. */
export const paperOption = (args: Args): Paper => {
  const word = args.text('paper') ?? 'a4';
  const paper = PAPERS.find((one) => one === word.toLowerCase());
  if (paper === undefined)
    throw new Failure(
      'usage',
      `--paper ${word} is no paper we lay out for.`,
      `Write one of ${PAPERS.join(', ')}.`,
    );
  return paper;
};
