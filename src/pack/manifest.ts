// Makes the manifest: the list of members, in one spelling only, so that it can be rebuilt from the members and compared byte for byte.
import { canonicalJson } from '../codec/canonical-json.ts';
import { sha256 } from '../codec/digest.ts';
import { byCodeUnits } from '../model/lookup.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Report } from '../model/report.ts';
import type { Digest } from '../model/scalar.ts';
import type { Member } from './member.ts';
import { ENVELOPE, MANIFEST } from './names.ts';

/** What the manifest says besides its members; the report says the same. */
export type About = Omit<Manifest, 'format' | 'members'>;

/** The part of a report that the manifest repeats. */
type Identified = Pick<Report, 'pack-id' | 'as-of' | 'edition'> & {
  readonly team: { readonly id: string };
  readonly system: { readonly id: string };
  readonly period: { readonly label: string };
};

export const aboutOf = (report: Identified): About => ({
  'pack-id': report['pack-id'],
  team: report.team.id,
  system: report.system.id,
  period: report.period.label,
  'as-of': report['as-of'],
  state: report.edition.state,
  version: report.edition.version,
  supersedes: report.edition.supersedes,
});

/** Lists every member but the manifest itself and its envelope, whatever order they come in. */
export const buildManifest = (members: readonly Member[], about: About): Manifest => ({
  format: 'countersign/manifest@1',
  ...about,
  members: listedMembers(members),
});

/** As every manifest lists them. */
export const listedMembers = (members: readonly Member[]): Manifest['members'] =>
  members
    .filter(({ path }) => path !== MANIFEST && path !== ENVELOPE)
    .map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) }))
    .sort((a, b) => byCodeUnits(a.path, b.path));

/** Canonical JSON and one line feed. */
export const manifestBytes = (manifest: Manifest): Uint8Array =>
  new TextEncoder().encode(`${canonicalJson(manifest)}\n`);

/** What a later pack names this one by. */
export const manifestDigest = (bytes: Uint8Array): Digest => sha256(bytes);
