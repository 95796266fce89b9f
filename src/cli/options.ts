// The options that several commands share, each said once. What is made of their words is in `option-values.ts`.
import type { Option } from './contract.ts';

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
export const PREVIOUS_PACK: Option = {
  kind: 'text',
  name: 'previous',
  takes: 'PACK',
  says: 'The pack of the period before, a folder or a zip. Without it the latest final one of the team and system in the output folder.',
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
export const NO_RENAME: Option = {
  kind: 'flag',
  name: 'no-rename',
  says: 'Write straight into place, the manifest last: for bucket mounts that do not rename folders in one step.',
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
