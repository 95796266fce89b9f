// The options that several commands share, each said once.
import { type Day, isDay, PAPERS, type Paper } from '../index.ts';
import { Failure } from '../problem.ts';
import type { Args, Option } from './contract.ts';

const JSON_OUTPUT: Option = {
  kind: 'flag',
  name: 'json',
  says: 'Print one JSON document on standard output instead of text.',
};
const QUIET: Option = { kind: 'flag', name: 'quiet', says: 'Print errors only.' };
const HELP: Option = { kind: 'flag', name: 'help', says: 'Say what a command does and takes.' };
const VERSION: Option = { kind: 'flag', name: 'version', says: 'Print the version.' };
/** Every command takes these. */
export const EVERYWHERE: readonly Option[] = [JSON_OUTPUT, QUIET, HELP, VERSION];

export const AS_OF: Option = {
  kind: 'text',
  name: 'as-of',
  takes: 'DAY',
  says: "The day to judge at, like 2026-10-09. Without it the attestation's, else today.",
};
export const POLICY: Option = {
  kind: 'text',
  name: 'policy',
  takes: 'FILE',
  says: "The organisation's policy. Without it the one the attestation names, else the one that comes with countersign.",
};
export const FAIL_AT: Option = {
  kind: 'text',
  name: 'fail-at',
  takes: 'SEVERITY',
  says: 'Exit with 1 when a finding is at least low, moderate, high or critical.',
};
export const TEMPLATE: Option = {
  kind: 'text',
  name: 'template',
  takes: 'FOLDER',
  says: 'The template to render. Without it the audit pack that comes with countersign.',
};
export const PAPER: Option = {
  kind: 'text',
  name: 'paper',
  takes: 'PAPER',
  says: 'a4 or letter; a4 unless said otherwise.',
};
export const LANGUAGE: Option = {
  kind: 'text',
  name: 'lang',
  takes: 'LANGUAGE',
  says: 'The language of its words, en unless said otherwise.',
};

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
