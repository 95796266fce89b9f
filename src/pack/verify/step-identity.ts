// Step 3: report.json and the manifest speak of the same pack, and the documents are called after it.
import { canonicalJson } from '../../codec/canonical-json.ts';
import type { Manifest } from '../../model/manifest.ts';
import { type About, aboutOf } from '../manifest.ts';
import type { Members } from '../member.ts';
import { REPORT } from '../names.ts';
import { readMember } from './read-member.ts';
import { type ReportHead, reportHead } from './report-head.ts';
import { documentNames } from './step-documents.ts';
import { checked, type Detail, detail, type Step } from './verification.ts';

export type Identity = { readonly step: Step; readonly head: ReportHead | null };

/** `head` is null when report.json cannot be read. */
export const checkIdentity = (members: Members, manifest: Manifest): Identity => {
  const bytes = members.get(REPORT);
  if (bytes === undefined) return nothing(detail('report-missing', REPORT, 'There is no report.json.'));
  const read = readMember(REPORT, bytes, reportHead);
  if (read.kind === 'unreadable') return nothing(detail('report-unreadable', REPORT, read.sentence));
  const names = documentNames(manifest);
  return {
    step: checked('identity', [...differences(read.value, manifest), ...missing(members, names)]),
    head: read.value,
  };
};

const nothing = (why: Detail): Identity => ({ step: checked('identity', [why]), head: null });

const differences = (head: ReportHead, manifest: Manifest): readonly Detail[] => {
  const said = aboutOf(head);
  const keys = Object.keys(said) as readonly (keyof About)[];
  return keys
    .filter((key) => canonicalJson(said[key]) !== canonicalJson(manifest[key]))
    .map((key) => detail('identity-differs', REPORT, `report.json and manifest.json name another ${key}.`));
};

const missing = (members: Members, names: readonly string[]): readonly Detail[] =>
  names
    .filter((name) => !members.has(name))
    .map((name) =>
      detail('document-missing', name, `There is no ${name}, as this pack's document is called.`),
    );
