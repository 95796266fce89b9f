// What the files of a pack are called. Inputs have names of their own, kept where they are gathered and taken apart again.
import type { Edition } from '../model/report.ts';

export const MANIFEST = 'manifest.json';
export const REPORT = 'report.json';
export const FACTS = 'inputs/facts.json';
export const SIGN_OFFS = 'inputs/signoffs.jsonl';
/** What a pack keeps of the one before it. */
export const PREVIOUS = {
  report: 'inputs/previous/report.json',
  manifest: 'inputs/previous/manifest.json',
  envelope: 'inputs/previous/manifest.dsse.json',
} as const;
export const INPUTS = 'inputs/';
export const EVIDENCE = 'evidence/';
/** Reserved for the seal: the envelope over the manifest, which the manifest cannot list. */
export const ENVELOPE = 'manifest.dsse.json';

/** What a pack's name is made of. `period` is the period's label. */
export type PackName = {
  readonly team: string;
  readonly system: string;
  readonly period: string;
  readonly edition: Pick<Edition, 'state' | 'version'>;
};

/** `draft`, `v1`, `v2` … */
export const editionName = ({ state, version }: PackName['edition']): string =>
  state === 'draft' || version === null ? 'draft' : `v${version}`;

/** Where a pack lies below the output folder: `2026-Q3/payments.checkout/v1`. */
export const packFolder = (name: PackName): string => `${seriesFolder(name)}/${editionName(name.edition)}`;

/** Where all editions of a pack lie: `2026-Q3/payments.checkout`. */
export const seriesFolder = ({ team, system, period }: Omit<PackName, 'edition'>): string =>
  `${pathPart(period)}/${team}.${system}`;

/** `payments.checkout-2026-Q3-v1-report.pdf` */
export const reportName = (name: PackName): string => `${stem(name)}-report.pdf`;
/** `payments.checkout-2026-Q3-v1-workbook.xlsx` */
export const workbookName = (name: PackName): string => `${stem(name)}-workbook.xlsx`;
/** The pack as one file: `payments.checkout-2026-Q3-v1.zip` */
export const zipName = (name: PackName): string => `${stem(name)}.zip`;

const stem = ({ team, system, period, edition }: PackName): string =>
  `${team}.${system}-${pathPart(period)}-${editionName(edition)}`;

/** `evidence/EV-01-scale.json`: the evidence id, then the file's own name with what some system refuses replaced by hyphens. */
export const evidenceName = (id: string, file: string): string =>
  `${EVIDENCE}${id}-${pathPart(file.split(/[\\/]/).at(-1) ?? '')}`;

/** Characters; together with id and ending this stays below the 255 bytes that file systems allow, in any script. */
const LONGEST_PART = 50;

/** Letters, digits, dots, hyphens and underscores of any script stay; a run of anything else becomes one hyphen. The ending is kept. */
export const pathPart = (text: string): string => {
  const clean = trimmed(text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-'));
  const letters = Array.from(clean);
  if (letters.length <= LONGEST_PART) return clean === '' ? 'file' : clean;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? '';
  return trimmed(letters.slice(0, LONGEST_PART).join('')) + ending;
};

/** No hyphen or full stop at either end. A loop and no pattern, because a pattern for the end of a text is tried at each of its characters. */
const trimmed = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && isEdge(text[start])) start += 1;
  while (end > start && isEdge(text[end - 1])) end -= 1;
  return text.slice(start, end);
};

const isEdge = (character: string | undefined): boolean => character === '-' || character === '.';
