// One delivered pack to what the portfolio keeps of it, or to the reason why it does not count. The manifest says which bytes report.json
// must have; of the other members, presence and size are looked at. Whether they are unaltered is for `verify`, pack by pack.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { sha256 } from '../../codec/digest.ts';
import { pathTrouble } from '../../codec/member-path.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { RefusedPack } from '../../model/portfolio.ts';
import type { Report } from '../../model/report.ts';
import {
  aboutOf,
  ENVELOPE,
  MANIFEST,
  manifestBytes,
  type PackName,
  REPORT,
  reportName,
} from '../../pack/index.ts';
import { readManifest, readReport, readRollupManifest } from '../../read/index.ts';
import { type TeamFacts, teamFacts } from '../../report/portfolio/index.ts';
import type { PackShelf } from './pack-shelf.ts';

/** `rollup`: the folder holds a roll-up, which is no team's pack. */
export type Delivered =
  | { readonly kind: 'rollup' }
  | { readonly kind: 'pack'; readonly facts: TeamFacts }
  | { readonly kind: 'refused'; readonly why: RefusedPack['why']; readonly what: string | null };

const refused = (why: RefusedPack['why'], what: string | null = null): Delivered => ({
  kind: 'refused',
  why,
  what,
});

/** `path` is what the roll-up calls the folder. Throws `disk` for what cannot be read. */
export const deliveredPack = async (shelf: PackShelf, folder: string, path: string): Promise<Delivered> => {
  const bytes = await shelf.read(shelf.at(folder, MANIFEST));
  if (bytes === null) return refused('no-pack');
  const manifest = manifestIn(bytes);
  if ('kind' in manifest) return manifest;
  const trouble = await memberTrouble(shelf, folder, manifest);
  if (trouble !== null) return trouble;
  const report = await reportIn(shelf, folder, manifest);
  if ('kind' in report) return report;
  const pdf = reportName(packName(manifest));
  const sealed = (await shelf.size(shelf.at(folder, ENVELOPE))) !== null;
  const place = { path, href: addressOf(`${path}/${pdf}`), manifest: sha256(bytes), sealed };
  return { kind: 'pack', facts: teamFacts(report, place) };
};

const manifestIn = (bytes: Uint8Array): Manifest | Delivered => {
  const { value } = readManifest({ name: MANIFEST, bytes });
  if (value === null && readRollupManifest({ name: MANIFEST, bytes }).value !== null)
    return { kind: 'rollup' };
  if (value === null || value.members.some(({ path }) => pathTrouble(path) !== null))
    return refused('manifest-unreadable');
  if (Buffer.compare(manifestBytes(value), bytes) !== 0) return refused('manifest-not-canonical');
  return value;
};

const packName = ({ team, system, period, state, version }: Manifest): PackName => ({
  ...{ team, system, period },
  edition: { state, version },
});

const memberTrouble = async (
  shelf: PackShelf,
  folder: string,
  manifest: Manifest,
): Promise<Delivered | null> => {
  const listed = new Set(manifest.members.map(({ path }) => path));
  const wanted = [REPORT, reportName(packName(manifest))].find((path) => !listed.has(path));
  if (wanted !== undefined) return refused('member-missing', wanted);
  const sizes = await Promise.all(manifest.members.map(({ path }) => shelf.size(shelf.at(folder, path))));
  for (const [index, { path, size }] of manifest.members.entries()) {
    const there = sizes[index] ?? null;
    if (there === null) return refused('member-missing', path);
    if (there !== size) return refused('member-changed', path);
  }
  return null;
};

const reportIn = async (
  shelf: PackShelf,
  folder: string,
  manifest: Manifest,
): Promise<Report | Delivered> => {
  const bytes = await shelf.read(shelf.at(folder, REPORT));
  if (bytes === null) return refused('member-missing', REPORT);
  const listed = manifest.members.find(({ path }) => path === REPORT);
  if (sha256(bytes) !== listed?.sha256) return refused('member-changed', REPORT);
  const { value } = readReport({ name: REPORT, bytes });
  if (value === null) return refused('report-unreadable', REPORT);
  const { format: _format, members: _members, ...said } = manifest;
  return canonicalJson(aboutOf(value)) === canonicalJson(said) ? value : refused('report-differs', REPORT);
};

/** A relative address: every part percent-encoded, and never taken for a scheme or a host. */
const addressOf = (path: string): string => {
  const parts = path.toWellFormed().split('/').map(encodeURIComponent);
  return parts[0] === '..' ? parts.join('/') : `./${parts.join('/')}`;
};
