// The library's public names, listed one by one: what a program needs that does with files what the command line does.
// Nothing here loads what draws PDF and XLSX; `buildPack` does, when it is called.

export { prettyJson } from './codec/pretty-json.ts';
export { writeZip } from './codec/zip.ts';
export type { TemplateFiles } from './document/files.ts';
export type { CellVerdict, FormNote } from './edit/form/verdict.ts';
export { type LockChange, type LockInputs, lockAttestation, type Relock } from './edit/lock.ts';
export { writeModelYaml } from './edit/model-yaml.ts';
export { type NewAttestation, newAttestation } from './edit/new-attestation.ts';
export type { Assurance } from './model/assurance.ts';
export type { Attestation, SignOffRole } from './model/attestation.ts';
export { SIGN_OFF_ROLES } from './model/attestation.ts';
export { addDays, isDay } from './model/calendar.ts';
export type { CertificateFacts } from './model/certificate.ts';
export type { Evaluation } from './model/evaluation.ts';
export type { Facts } from './model/facts.ts';
export type { Inputs, TeamInputs } from './model/inputs.ts';
export type { Lock } from './model/lock.ts';
export type { Manifest } from './model/manifest.ts';
export type { Model, Resource } from './model/model.ts';
export type { Names } from './model/names.ts';
export type { Policy } from './model/policy.ts';
export type { CustomerTotals, Edition, Finding, Maker, Paper, Report } from './model/report.ts';
export { PAPERS } from './model/report.ts';
export type { Day, Digest, Instant, Severity } from './model/scalar.ts';
export { isId, SEVERITIES } from './model/scalar.ts';
export type { SignOffFacts } from './model/sign-off.ts';
export type { Trust } from './model/trust.ts';
export { nearest } from './nearest.ts';
export type {
  CopyComparison,
  EditionAsked,
  FinalPack,
  Member,
  Members,
  PackName,
  Reperform,
  SealMaking,
  Signature,
  SignOffAbout,
  Stamper,
  Step,
  StepId,
  TrustStore,
  Verification,
  VerifyCode,
  VerifyOptions,
  WorkbookCopy,
  WorkbookDifference,
  WorkbookDifferences,
  WorkbookNote,
} from './pack/index.ts';
export {
  attachedLine,
  bytesToSign,
  compareCopy,
  ENVELOPE,
  editionName,
  nextEdition,
  packFolder,
  readCopy,
  requestedStatement,
  STEPS,
  seriesFolder,
  signOffLine,
  stamper,
  verifyPack,
  verifyPdf,
  zipName,
} from './pack/index.ts';
export type { Certificate, KeyHolder, Signer } from './pack/pki/index.ts';
export {
  certificateOf,
  keyPem,
  openSigner,
  readCertificateFile,
  requestFor,
  toPem,
} from './pack/pki/index.ts';
export type { Drawer } from './pipeline/draw.ts';
export { DRAWER } from './pipeline/draw.ts';
export { carriedEvidence } from './pipeline/evidence-members.ts';
export type { FoundModel, WantedModel } from './pipeline/find-model.ts';
export { findModel, readNamed } from './pipeline/find-model.ts';
export { type FormAsked, type FormOutcome, formFrom, type MadeForm, mergeFormFile } from './pipeline/form.ts';
export { type FormInputs, gatherForm } from './pipeline/form-inputs.ts';
export type { Gathered } from './pipeline/gather.ts';
export { evidencePaths, gatherInputs, lockPathOf, signOffsPathOf } from './pipeline/gather.ts';
export { trustFrom } from './pipeline/gather-trust.ts';
export type { NextSignOff } from './pipeline/next-sign-off.ts';
export { nextSignOff, personFor } from './pipeline/next-sign-off.ts';
export type { ParsedInputs } from './pipeline/parse-inputs.ts';
export { mustRead, parseInputs } from './pipeline/parse-inputs.ts';
export type { RawInputs, RawTeam } from './pipeline/raw-inputs.ts';
export type { Shelf } from './pipeline/shelf.ts';
export type { AsOf, Judged, Making, Pack, ReportMaking } from './pipeline.ts';
export { asOfFor, buildPack, judge, previewReport, reperform } from './pipeline.ts';
export type { Diagnostic, DiagnosticCode, FailureCode, Place } from './problem.ts';
export { Failure } from './problem.ts';
export type { ImportOptions, PlacedReading, Reading, SourceFile } from './read/index.ts';
export {
  dutyTextDigest,
  importPage,
  joinNames,
  readAssurance,
  readAttestation,
  readFacts,
  readLock,
  readManifest,
  readModel,
  readNames,
  readPolicy,
  readReport,
} from './read/index.ts';
export { packIdOf } from './report/index.ts';
export { customerTotals, findingTotals } from './report/totals.ts';
