// The JSON files that the program writes and reads back.
import { type Facts, facts } from '../model/facts.ts';
import { type Lock, lock } from '../model/lock.ts';
import { type Manifest, manifest } from '../model/manifest.ts';
import { type Report, report } from '../model/report.ts';
import { type RollupManifest, rollupManifest } from '../model/rollup-manifest.ts';
import { readJson } from './json.ts';
import type { Reading, SourceFile } from './reading.ts';

export const readLock = (file: SourceFile): Reading<Lock> =>
  readJson(file, { format: 'countersign/lock@1', schema: lock });
export const readFacts = (file: SourceFile): Reading<Facts> =>
  readJson(file, { format: 'countersign/facts@1', schema: facts });
export const readReport = (file: SourceFile): Reading<Report> =>
  readJson(file, { format: 'countersign/report@1', schema: report });
export const readManifest = (file: SourceFile): Reading<Manifest> =>
  readJson(file, { format: 'countersign/manifest@1', schema: manifest });
export const readRollupManifest = (file: SourceFile): Reading<RollupManifest> =>
  readJson(file, { format: 'countersign/rollup-manifest@1', schema: rollupManifest });
