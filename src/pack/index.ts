// What the rest of the program uses of a pack, listed one by one.
export { type EditionAsked, type FinalPack, nextEdition } from './edition.ts';
export { type About, aboutOf, buildManifest, manifestBytes } from './manifest.ts';
export { type Member, type Members, membersOf } from './member.ts';
export {
  editionName,
  evidenceName,
  MANIFEST,
  type PackName,
  packFolder,
  REPORT,
  reportName,
  seriesFolder,
  workbookName,
  zipName,
} from './names.ts';
export type { Reperform, Reperformed } from './step-evaluation.ts';
export {
  STEPS,
  type Step,
  type StepId,
  VERIFY_CODES,
  type Verification,
  type VerifyCode,
} from './verification.ts';
export { verifyPack } from './verify.ts';
