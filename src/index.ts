// The library's public names, listed one by one: what a program needs that does with files what the command line does.
// Nothing here loads what draws PDF and XLSX; `buildPack` does, when it is called.

export { prettyJson } from './codec/pretty-json.ts';
export { writeZip } from './codec/zip.ts';
export type { TemplateFiles } from './document/files.ts';
export { diffModels } from './drift/diff-models.ts';
export type { CellVerdict, FormNote } from './edit/form/verdict.ts';
export { modelYaml } from './edit/late-model-yaml.ts';
export { type LockChange, type LockInputs, lockAttestation, type Relock } from './edit/lock.ts';
export { writeModelYaml } from './edit/model-yaml.ts';
export { type NewAttestation, newAttestation } from './edit/new-attestation.ts';
export type { LeftBehind } from './edit/roll-forward/carried.ts';
export type { RolledForward } from './edit/roll-forward/roll-forward.ts';
export { type RollForward, rollForward } from './edit/roll-forward/roll-forward.ts';
export type { DutyOutcome } from './edit/update/outcomes.ts';
export { carriedFrom } from './model/answer.ts';
export type { Assurance } from './model/assurance.ts';
export type { Attestation, SignOffRole } from './model/attestation.ts';
export { SIGN_OFF_ROLES } from './model/attestation.ts';
export { addDays, isDay } from './model/calendar.ts';
export type { CertificateFacts } from './model/certificate.ts';
export type { Evaluation } from './model/evaluation.ts';
export type { Facts } from './model/facts.ts';
export { isId } from './model/id.ts';
export type { ImportReport, LintFinding } from './model/import-report.ts';
export type { Inputs, TeamInputs } from './model/inputs.ts';
export type { Lock } from './model/lock.ts';
export type { Manifest } from './model/manifest.ts';
export type { Delegate, Model, Resource } from './model/model.ts';
export type { DutyChange, ModelDiff, PlaceChange, ScopeChange, WordPiece } from './model/model-diff.ts';
export type { Names } from './model/names.ts';
export { PAPERS, type Paper } from './model/paper.ts';
export { isPeriod, spanOf } from './model/period.ts';
export type { Policy } from './model/policy.ts';
export type { Portfolio } from './model/portfolio.ts';
export type { Previous, PreviousDigests } from './model/previous.ts';
export type { CustomerTotals, Edition, Finding, Maker, Report } from './model/report.ts';
export { type Roster, type RosterTeam, rosterFile, rosterName } from './model/roster.ts';
export type { Day, Digest, Instant, Severity } from './model/scalar.ts';
export { SEVERITIES } from './model/scalar.ts';
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
  RollupStepId,
  RollupVerification,
  RollupVerifyOptions,
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
  isRollup,
  nextEdition,
  PREVIOUS,
  packFolder,
  ROLLUP_STEPS,
  readCopy,
  requestedStatement,
  STEPS,
  seriesFolder,
  signOffLine,
  stamper,
  verifyPack,
  verifyPdf,
  verifyRollup,
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
export type { Earlier, EarlierOnes, Unreadable } from './pipeline/earlier.ts';
export { earlierOnes, theEarlier } from './pipeline/earlier.ts';
export { carriedEvidence } from './pipeline/evidence-members.ts';
export type { FoundModel, WantedModel } from './pipeline/find-model.ts';
export { findModel, readNamed } from './pipeline/find-model.ts';
export { type FormAsked, type FormOutcome, formFrom, type MadeForm, mergeFormFile } from './pipeline/form.ts';
export { type FormInputs, gatherForm } from './pipeline/form-inputs.ts';
export type { FindPrevious, Gathered } from './pipeline/gather.ts';
export { evidencePaths, gatherInputs, lockPathOf, signOffsPathOf } from './pipeline/gather.ts';
export { trustFrom } from './pipeline/gather-trust.ts';
export { modelsAtHand } from './pipeline/models-at-hand.ts';
export { mustRead } from './pipeline/must-read.ts';
export type { NextSignOff } from './pipeline/next-sign-off.ts';
export { nextSignOff, personFor } from './pipeline/next-sign-off.ts';
export type { ParsedInputs } from './pipeline/parse-inputs.ts';
export { parseInputs } from './pipeline/parse-inputs.ts';
export type { RawInputs, RawTeam } from './pipeline/raw-inputs.ts';
export { rollFile } from './pipeline/roll-file.ts';
export { draftRollupPeriod, type FinalRollup, finalRollups } from './pipeline/rollup/finals.ts';
export { gatherRollup, type RollupInputs, type RollupWanted } from './pipeline/rollup/gather.ts';
export {
  makeRollup,
  type Prepared,
  prepareRollup,
  type Rollup,
  type RollupMaking,
} from './pipeline/rollup/make.ts';
export type { PackShelf } from './pipeline/rollup/pack-shelf.ts';
export { manifestsBeside, remakeBeside } from './pipeline/rollup/remake.ts';
export { namesOfShard, type Shard, type ShardVariables, shardFrom, shardName } from './pipeline/shard.ts';
export type { PreviousFiles, Shelf } from './pipeline/shelf.ts';
export type { FindRosterModel } from './pipeline/start-file.ts';
export { customerDuties, rosterModels, startFile } from './pipeline/start-file.ts';
export { makeTeam } from './pipeline/team/make-team.ts';
export type { Built, PackSummary, SeverityCounts, TeamResult, UpToDate } from './pipeline/team/result.ts';
export { type Standing, standingOf, upToDate } from './pipeline/team/up-to-date.ts';
export type { Measured, Witness } from './pipeline/team/witness.ts';
export type { FinalOnDisk, TeamWishes, Workshop } from './pipeline/team/workshop.ts';
export { type FileUpdate, type Rewritten, updateFile } from './pipeline/update-file.ts';
export type { AsOf, Judged, Making, Pack, ReportMaking } from './pipeline.ts';
export { asOfFor, buildPack, judge, previewReport, reperform } from './pipeline.ts';
export type { Diagnostic, DiagnosticCode, FailureCode, Place } from './problem.ts';
export { Failure } from './problem.ts';
export type { ImportOptions, PlacedReading, Reading, SourceFile } from './read/index.ts';
export {
  dutyTextDigest,
  importPage,
  joinNames,
  lintModel,
  readAssurance,
  readAttestation,
  readFacts,
  readLock,
  readManifest,
  readModel,
  readNames,
  readPolicy,
  readReport,
  readRoster,
  teamNameOf,
} from './read/index.ts';
export { packIdOf } from './report/index.ts';
export {
  OWED_WHATS,
  type Owed,
  type OwedDuty,
  type OwedItem,
  type OwedWhat,
  type OwedWhy,
  owedOf,
} from './report/owed.ts';
export { isComplete as isRollupComplete } from './report/portfolio/index.ts';
export { customerTotals, findingTotals } from './report/totals.ts';
