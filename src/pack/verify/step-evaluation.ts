// Step `evaluation`: the evaluation is done again. The same inputs, judged by the same rules, must give the same pack id and the same report.json.
import type { Attestation } from '../../model/attestation.ts';
import type { ApprovalState } from '../../model/evaluation.ts';
import type { Policy } from '../../model/policy.ts';
import { RULES_VERSION } from '../../model/report.ts';
import type { Digest } from '../../model/scalar.ts';
import { FAILURE_CODES, Failure } from '../../problem.ts';
import type { Members } from '../member.ts';
import { REPORT } from '../names.ts';
import type { ReportHead } from './report-head.ts';
import { checked, type Detail, detail, notChecked, type Step } from './verification.ts';

/** What making the report again gave. */
export type Reperformed = {
  /** The pack id of the inputs. */
  readonly packId: Digest;
  /** The bytes that report.json should have. */
  readonly report: Uint8Array;
  readonly approvals: ApprovalState;
  /** How the policy has approvals given. */
  readonly mode: Policy['approvals']['mode'];
  /** The attestation's people by id. */
  readonly people: Attestation['people'];
};

/**
 * Makes the report again from a pack's members, with the maker and the edition that report.json names. Handed in, because this part of
 * the program knows neither readers nor rules. Throws a Failure of the user's kind when the inputs cannot be used.
 */
export type Reperform = (members: Members) => Promise<Reperformed>;

/** Made again; a Failure where the inputs cannot be used, `unknown-rules` where the report was made by rules that are not ours. */
export type Again = Reperformed | Failure | 'unknown-rules';

/** A failure that is not the inputs' fault is nobody's finding about this pack, so it goes on its way. */
export const makeAgain = async (members: Members, head: ReportHead, reperform: Reperform): Promise<Again> => {
  if (head.rules !== RULES_VERSION) return 'unknown-rules';
  try {
    return await reperform(members);
  } catch (error) {
    if (error instanceof Failure && FAILURE_CODES[error.code] === 'input') return error;
    throw error;
  }
};

export const checkEvaluation = (members: Members, head: ReportHead, again: Again): Step => {
  if (again === 'unknown-rules') {
    const sentence = `The report was made by rules version ${head.rules}; this program knows version ${RULES_VERSION}.`;
    return notChecked('evaluation', detail('rules-unknown', REPORT, sentence));
  }
  return checked('evaluation', again instanceof Failure ? unusable(again) : compare(members, head, again));
};

const unusable = (failure: Failure): readonly Detail[] => {
  if (failure.diagnostics.length === 0) return [detail('inputs-unusable', null, failure.message)];
  return failure.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ file, place, code, sentence }) => {
      const line = place === null ? '' : ` (line ${place.line})`;
      return detail('inputs-unusable', file, `${file}${line}: ${code}. ${sentence}`);
    });
};

const compare = (members: Members, head: ReportHead, again: Reperformed): readonly Detail[] => {
  if (again.packId !== head['pack-id']) {
    return [
      detail(
        'pack-id-differs',
        REPORT,
        `The inputs give the pack id ${again.packId}; report.json says ${head['pack-id']}.`,
      ),
    ];
  }
  if (Buffer.compare(again.report, members.get(REPORT) ?? new Uint8Array()) === 0) return [];
  return [detail('report-differs', REPORT, 'The inputs, evaluated again, give another report.json.')];
};
