// The import report: what the page gave to whom, what was left out, and what looks wrong on it.
import { sha256 } from '../codec/digest.ts';
import type { ImportReport, LeftOut, LeftOutReason } from '../model/import-report.ts';
import type { Model } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import type { Claimed, Claims } from './claims.ts';
import { lint } from './lint/index.ts';
import type { LintedPage } from './lint/rule.ts';
import { matrixCounts } from './matrices.ts';
import { matrixFindings } from './matrix-check.ts';
import type { RawAreas } from './raw-areas.ts';
import type { SourceFile } from './reading.ts';

/** What reading a page came to. `known` are the ids of the models at hand; null where nobody looked. */
export type Outcome = {
  readonly claims: Claims;
  readonly raw: RawAreas;
  /** Claims whose matrices are held against the duties. */
  readonly checked: readonly Claimed[];
  readonly own: LintedPage['own'];
  readonly leftOut: readonly LeftOut[];
  readonly unknownNames: ImportReport['unknownNames'];
  readonly model: Model | null;
  readonly names: Names;
  readonly known: ReadonlySet<string> | null;
};

export const importReport = ({ name, bytes }: SourceFile, outcome: Outcome): ImportReport => {
  const { claims, raw, leftOut, model, names } = outcome;
  const resources = raw.areas.flatMap((area) => area.resources);
  return {
    format: 'countersign/import-report@1',
    page: { file: name, sha256: sha256(bytes) },
    model: model?.id ?? null,
    dialects: claims.claimed.map(({ dialect, blocks, part, resources: read, matrix }) => ({
      dialect,
      line: blocks[0]?.line ?? part?.line ?? 1,
      resources: read.length + (matrix?.rows.length ?? 0),
    })),
    counts: {
      areas: raw.areas.length,
      resources: resources.length,
      provider: resources.flatMap(({ provider }) => provider).length,
      customer: resources.flatMap(({ customer }) => customer).length,
    },
    matrices: matrixCounts(claims.claimed, names),
    reasons: countsOf(leftOut),
    leftOut,
    unknownNames: outcome.unknownNames,
    findings: model === null ? [] : findingsOf(model, outcome),
  };
};

const findingsOf = (
  model: Model,
  { raw, checked, own, leftOut, names, known }: Outcome,
): ImportReport['findings'] =>
  [
    ...lint({ model, page: { raw, own, leftOut, names }, known }),
    ...matrixFindings(checked, model, names),
  ].sort((a, b) => a.line - b.line);

const countsOf = (left: readonly LeftOut[]): Partial<Record<LeftOutReason, number>> => {
  const counts: Partial<Record<LeftOutReason, number>> = {};
  for (const { reason } of left) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};
