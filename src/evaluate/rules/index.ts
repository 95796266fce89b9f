// Every rule there is, in the order in which a report lists them. A new rule is one file and one line here.
import type { Rule } from '../rule.ts';
import { answerNotConfirmed } from './answer-not-confirmed.ts';
import { answerUnchangedLong } from './answer-unchanged-long.ts';
import { answerWithoutDuty } from './answer-without-duty.ts';
import { approvalMissing } from './approval-missing.ts';
import { approvalOutOfOrder } from './approval-out-of-order.ts';
import { approvalSamePerson } from './approval-same-person.ts';
import { assuranceCarveOut } from './assurance-carve-out.ts';
import { assuranceMissing } from './assurance-missing.ts';
import { assurancePeriodNotSpanned } from './assurance-period-not-spanned.ts';
import { assuranceQualified } from './assurance-qualified.ts';
import { assuranceServiceNotNamed } from './assurance-service-not-named.ts';
import { bridgeTooLong } from './bridge-too-long.ts';
import { certificateNotValid } from './certificate-not-valid.ts';
import { complementaryControlUnanswered } from './complementary-control-unanswered.ts';
import { delegationUnresolved } from './delegation-unresolved.ts';
import { dutyNotLocked } from './duty-not-locked.ts';
import { evidenceChanged } from './evidence-changed.ts';
import { evidenceFileMissing } from './evidence-file-missing.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { evidenceNotLocked } from './evidence-not-locked.ts';
import { evidenceOutOfDate } from './evidence-out-of-date.ts';
import { evidenceOutsidePeriod } from './evidence-outside-period.ts';
import { evidenceReused } from './evidence-reused.ts';
import { evidenceTakenEarly } from './evidence-taken-early.ts';
import { inheritedNotFound } from './inherited-not-found.ts';
import { inheritedOtherPeriod } from './inherited-other-period.ts';
import { inheritedUnclear } from './inherited-unclear.ts';
import { inheritedWorse } from './inherited-worse.ts';
import { instanceWorse } from './instance-worse.ts';
import { modelMissing } from './model-missing.ts';
import { modelRevisionDiffers } from './model-revision-differs.ts';
import { notAnswered } from './not-answered.ts';
import { ownerMissing } from './owner-missing.ts';
import { policyDutyUnknown } from './policy-duty-unknown.ts';
import { policyRuleUnknown } from './policy-rule-unknown.ts';
import { previousIsDraft } from './previous-is-draft.ts';
import { reOpened } from './re-opened.ts';
import { reasonMissing } from './reason-missing.ts';
import { remediationMissing } from './remediation-missing.ts';
import { remediationOverdue } from './remediation-overdue.ts';
import { remediationPostponed } from './remediation-postponed.ts';
import { resourceUnheld } from './resource-unheld.ts';
import { signOffBeforeEvidence } from './sign-off-before-evidence.ts';
import { signOffFaulty } from './sign-off-faulty.ts';
import { signOffPersonUnknown } from './sign-off-person-unknown.ts';
import { signOffVoid } from './sign-off-void.ts';
import { signOffsWithinMinutes } from './sign-offs-within-minutes.ts';
import { statementMissing } from './statement-missing.ts';
import { statementRepeated } from './statement-repeated.ts';
import { statusNotImplemented } from './status-not-implemented.ts';
import { statusPartial } from './status-partial.ts';
import { statusPlanned } from './status-planned.ts';
import { testByOwner } from './test-by-owner.ts';
import { testDeviationAnswered } from './test-deviation-answered.ts';
import { testDeviationUnanswered } from './test-deviation-unanswered.ts';
import { testSampleTooLarge } from './test-sample-too-large.ts';
import { waiverByOwner } from './waiver-by-owner.ts';
import { waiverExpired } from './waiver-expired.ts';
import { waiverNotYet } from './waiver-not-yet.ts';
import { waiverTooLong } from './waiver-too-long.ts';
import { waiverWithoutProof } from './waiver-without-proof.ts';

export const RULES: readonly Rule[] = [
  notAnswered,
  answerNotConfirmed,
  reOpened,
  dutyNotLocked,
  modelRevisionDiffers,
  modelMissing,
  delegationUnresolved,
  answerWithoutDuty,
  statementMissing,
  statementRepeated,
  answerUnchangedLong,
  reasonMissing,
  ownerMissing,
  remediationMissing,
  statusPlanned,
  statusNotImplemented,
  statusPartial,
  instanceWorse,
  evidenceMissing,
  evidenceFileMissing,
  evidenceChanged,
  evidenceNotLocked,
  evidenceOutsidePeriod,
  evidenceOutOfDate,
  evidenceReused,
  evidenceTakenEarly,
  testDeviationUnanswered,
  testDeviationAnswered,
  testSampleTooLarge,
  testByOwner,
  waiverExpired,
  waiverNotYet,
  waiverTooLong,
  waiverByOwner,
  waiverWithoutProof,
  remediationOverdue,
  remediationPostponed,
  previousIsDraft,
  inheritedNotFound,
  inheritedWorse,
  inheritedOtherPeriod,
  inheritedUnclear,
  assuranceMissing,
  assuranceServiceNotNamed,
  assurancePeriodNotSpanned,
  assuranceQualified,
  assuranceCarveOut,
  bridgeTooLong,
  complementaryControlUnanswered,
  resourceUnheld,
  approvalMissing,
  approvalOutOfOrder,
  approvalSamePerson,
  signOffFaulty,
  signOffVoid,
  signOffBeforeEvidence,
  signOffsWithinMinutes,
  signOffPersonUnknown,
  certificateNotValid,
  policyRuleUnknown,
  policyDutyUnknown,
];
