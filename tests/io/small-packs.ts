// Packs of a few bytes with a manifest that fits, for what puts packs in their places.
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildManifest, manifestBytes } from '../../src/pack/manifest.ts';
import type { Member } from '../../src/pack/member.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Three members whose bytes say which pack they belong to, and those named besides; the manifest last. */
export const packOf = (text: string, besides: readonly string[] = []): readonly Member[] => {
  const members = ['inputs/models/a.yaml', 'report.json', ...besides].map((path) => ({
    path,
    bytes: bytesOf(`${text} ${path} ${text.repeat(50)}`),
  }));
  const manifest = buildManifest(members, {
    'pack-id': `sha256:${'0'.repeat(64)}`,
    team: 'payments',
    system: 'checkout',
    period: '2026-Q3',
    'as-of': '2026-10-09',
    state: 'draft',
    version: null,
    supersedes: null,
  });
  return [...members, { path: 'manifest.json', bytes: manifestBytes(manifest) }];
};

/** True when the folder holds exactly these members. */
export const holds = (folder: string, members: readonly Member[]): boolean => {
  const files = filesIn(folder);
  return (
    files.length === members.length &&
    members.every(
      ({ path, bytes }) =>
        files.includes(path) && readFileSync(join(folder, path)).equals(Buffer.from(bytes)),
    )
  );
};

/** Paths of the files below a folder, with `/`. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** A fresh folder; in memory where the machine has such a place, for tests that write thousands of files. */
export const freshFolder = (): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'countersign-'));
