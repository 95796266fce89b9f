// Verifies a report that comes alone: the PDF carries report.json, every input and the sign-offs, so that all but the other members
// can be checked from it.
import { aboutOf } from '../manifest.ts';
import { REPORT } from '../names.ts';
import { readReportPdf } from './pdf-members.ts';
import { readMember } from './read-member.ts';
import { type ReportHead, reportHead } from './report-head.ts';
import { signatureSteps } from './signature-steps.ts';
import { checkPrevious } from './step-previous.ts';
import { checked, type Detail, detail, notChecked, type Step, type Verification } from './verification.ts';
import {
  answer,
  checkContent,
  linesIn,
  NOTHING,
  unreachedAfter,
  usable,
  type VerifyOptions,
} from './verify.ts';

/** `name` is the file's own. Evidence files and the workbook are not there, and the steps say so. */
export const verifyPdf = async (
  name: string,
  bytes: Uint8Array,
  options: VerifyOptions,
): Promise<Verification> => {
  const read = readReportPdf(bytes);
  if (read.kind === 'refused') {
    const structure = checked('structure', [detail(read.code, name, `${name}: ${read.sentence}`)]);
    return answer(
      [structure, ...unreachedAfter('structure')],
      NOTHING,
      { pack: null, manifest: null },
      options,
    );
  }
  const { members } = read;
  const head = headOf(members.get(REPORT));
  const known = 'code' in head ? null : head;
  const content = await checkContent(members, known, membersAlone, options.reperform);
  const { steps, signatures } = await signatureSteps(
    {
      members,
      pdf: { member: name, read },
      manifest: null,
      team: known?.team.id ?? '',
      final: known?.edition.state === 'final',
      lines: linesIn(members),
      again: usable(content.again),
    },
    options.trust,
  );
  const [inputs, , evaluation] = content.steps;
  const previous = await checkPrevious(members, {
    team: known?.team.id ?? '',
    trust: options.trust,
    earlier: [inputs],
  });
  const identity = checked('identity', 'code' in head ? [head] : []);
  return answer(
    [
      checked('structure', []),
      membersAlone,
      identity,
      ...steps,
      inputs,
      evidenceAlone,
      evaluation,
      documentsAlone,
      previous.step,
    ],
    { signatures: [...signatures, ...previous.signatures], previous: previous.opening },
    { pack: known === null ? null : aboutOf(known), manifest: null },
    options,
  );
};

const alone = (id: Step['id'], what: string): Step =>
  notChecked(id, detail('pdf-alone', null, `The PDF came alone: ${what}.`));

const membersAlone = alone('members', 'there is no manifest to hold it against');
const evidenceAlone = alone('evidence', 'evidence files are not inside it');
const documentsAlone = alone('documents', 'there is no workbook, and nothing beside it to compare');

const headOf = (bytes: Uint8Array | undefined): ReportHead | Detail => {
  if (bytes === undefined) return detail('report-missing', REPORT, 'The PDF carries no report.json.');
  const read = readMember(REPORT, bytes, reportHead);
  return read.kind === 'value' ? read.value : detail('report-unreadable', REPORT, read.sentence);
};
