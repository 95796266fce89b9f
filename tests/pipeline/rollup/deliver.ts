// Delivered packs without a disk: a shelf over a map of files, and packs whose documents are stood in for.
import { posix } from 'node:path';
import { prettyJson } from '../../../src/codec/pretty-json.ts';
import type { Report } from '../../../src/model/report.ts';
import {
  aboutOf,
  buildManifest,
  editionName,
  manifestBytes,
  reportName,
  workbookName,
} from '../../../src/pack/index.ts';
import type { PackShelf } from '../../../src/pipeline/rollup/pack-shelf.ts';

export type Disk = Map<string, Uint8Array>;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const shelfOver = (disk: Disk): PackShelf => ({
  folders: async (folder) => {
    const home = posix.normalize(`${folder}/`);
    const names = [...disk.keys()]
      .filter((path) => path.startsWith(home) && path.slice(home.length).includes('/'))
      .map((path) => path.slice(home.length).split('/')[0] ?? '');
    return [...new Set(names)].sort();
  },
  read: async (path) => disk.get(posix.normalize(path)) ?? null,
  size: async (path) => disk.get(posix.normalize(path))?.length ?? null,
  at: (folder, name) => posix.join(folder, name),
  from: (file, target) => posix.relative(posix.dirname(file), target),
});

/** Puts a pack of the report into `series` and answers with its folder. */
export const deliver = (disk: Disk, series: string, report: Report): string => {
  const folder = `${series}/${editionName(report.edition)}`;
  const name = {
    team: report.team.id,
    system: report.system.id,
    period: report.period.label,
    edition: report.edition,
  };
  const members = [
    { path: 'report.json', bytes: bytesOf(prettyJson(report)) },
    { path: reportName(name), bytes: bytesOf('a PDF') },
    { path: workbookName(name), bytes: bytesOf('a workbook') },
  ];
  for (const { path, bytes } of members) disk.set(`${folder}/${path}`, bytes);
  disk.set(`${folder}/manifest.json`, manifestBytes(buildManifest(members, aboutOf(report))));
  return folder;
};
