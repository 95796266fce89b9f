// Step `inputs`: the inputs are those that the report was made from.
import { sha256 } from '../../codec/digest.ts';
import { byCodeUnits } from '../../model/lookup.ts';
import type { Members } from '../member.ts';
import { FACTS, INPUTS } from '../names.ts';
import type { ReportHead } from './report-head.ts';
import { checked, type Detail, detail, type Step } from './verification.ts';

/** Holds every input against the report's sources. */
export const checkInputs = (members: Members, head: ReportHead): Step =>
  checked('inputs', [
    ...head.sources.flatMap((source) => checkSource(members, source)),
    ...unlisted(members, head),
  ]);

const checkSource = (
  members: Members,
  { member, sha256: said }: ReportHead['sources'][number],
): readonly Detail[] => {
  const bytes = members.get(member);
  if (bytes === undefined)
    return [detail('input-missing', member, `${member} is a source of the report and not there.`)];
  if (sha256(bytes) === said) return [];
  return [detail('input-changed', member, `${member} is not the file that the report was made from.`)];
};

/** Inputs that the report does not name as its sources; the facts must be one of them. */
const unlisted = (members: Members, head: ReportHead): readonly Detail[] => {
  const listed = new Set(head.sources.map(({ member }) => member));
  return [...new Set([...members.keys(), FACTS])]
    .filter((path) => path.startsWith(INPUTS) && !listed.has(path))
    .sort(byCodeUnits)
    .map((path) => detail('input-unlisted', path, `${path} is not named as a source of the report.`));
};
