// What the rest of the program uses of a pack, listed one by one.
export {
  type CopyComparison,
  compareCopy,
  readCopy,
  type WorkbookCopy,
  type WorkbookDifference,
  type WorkbookDifferences,
  type WorkbookNote,
} from './copy/index.ts';
export { type EditionAsked, type FinalPack, nextEdition } from './edition.ts';
export { type About, aboutOf, buildManifest, manifestBytes } from './manifest.ts';
export { type Member, type Members, membersOf } from './member.ts';
export {
  ENVELOPE,
  editionName,
  evidenceName,
  MANIFEST,
  type PackName,
  PREVIOUS,
  packFolder,
  REPORT,
  reportName,
  SIGN_OFFS,
  seriesFolder,
  workbookName,
  zipName,
} from './names.ts';
export { type Certificate, usableForSigning } from './pki/index.ts';
export { rollupManifestBytes, rollupManifestOf } from './rollup/manifest.ts';
export { PORTFOLIO, ROSTER, rollupPage, rollupReport, rollupWorkbook } from './rollup/names.ts';
export type { ManifestAt, RemakePortfolio } from './rollup/packs-at-hand.ts';
export {
  ROLLUP_STEPS,
  type RollupStepId,
  type RollupVerification,
} from './rollup/rollup-verification.ts';
export { isRollup } from './rollup/structure.ts';
export { type RollupVerifyOptions, verifyRollup } from './rollup/verify-rollup.ts';
export { type SealMaking, type Stamper, sealManifest, sealPdf, sealPlace } from './seal.ts';
export { examineSignOffs } from './sign-offs/examine.ts';
export { readSignOffLines, type SignOffLine } from './sign-offs/lines.ts';
export { attachedLine, bytesToSign, requestedStatement, signOffLine } from './sign-offs/sign.ts';
export type { SignOffAbout } from './sign-offs/statement.ts';
export { stamper } from './stamper.ts';
export type { Reperform, Reperformed } from './verify/step-evaluation.ts';
export { type TrustStore, trustStore } from './verify/trust-store.ts';
export {
  type Signature,
  STEPS,
  type Step,
  type StepId,
  VERIFY_CODES,
  type Verification,
  type VerifyCode,
} from './verify/verification.ts';
export { type VerifyOptions, verifyPack } from './verify/verify.ts';
export { verifyPdf } from './verify/verify-pdf.ts';
