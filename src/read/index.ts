// The readers, by what they read.
export { readAssurance } from './assurance.ts';
export { readAttestation } from './attestation.ts';
export { checkDuties } from './check-duties.ts';
export { dutyTextDigest } from './duty-text.ts';
export { errorAtPath } from './error-at-path.ts';
export { importPage } from './import-page.ts';
export {
  readFacts,
  readLock,
  readManifest,
  readReport,
  readRollupManifest,
} from './json-files.ts';
export { lintModel } from './lint/index.ts';
export { readModel } from './model.ts';
export { joinNames, readNames } from './names.ts';
export type { ImportOptions } from './page-model.ts';
export { readPolicy } from './policy.ts';
export { readPrevious } from './previous.ts';
export type { PlacedReading, Reading, SourceFile } from './reading.ts';
export { readRoster } from './roster.ts';
export { teamNameOf } from './team-name.ts';
export { readTrace } from './trace.ts';
export { readTrust } from './trust.ts';
