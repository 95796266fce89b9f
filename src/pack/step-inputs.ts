// Step 4: the inputs are those that the report was made from, and the evidence files are those that the facts speak of.
import { sha256 } from '../codec/digest.ts';
import { type Facts, facts } from '../model/facts.ts';
import { byCodeUnits } from '../model/lookup.ts';
import type { Members } from './member.ts';
import { EVIDENCE, FACTS, INPUTS } from './names.ts';
import { readMember } from './read-member.ts';
import type { ReportHead } from './report-head.ts';
import { checked, type Detail, detail, type Step } from './verification.ts';

/** Holds every input against the report's sources, and every evidence file against the facts. */
export const checkInputs = (members: Members, head: ReportHead): Step => {
  const sources = [
    ...head.sources.flatMap((source) => checkSource(members, source)),
    ...unlisted(members, head),
  ];
  const factsFail = sources.some(({ member }) => member === FACTS);
  return checked('inputs', [...sources, ...(factsFail ? [] : checkEvidence(members, head))]);
};

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

const checkEvidence = (members: Members, head: ReportHead): readonly Detail[] => {
  const read = readMember(FACTS, members.get(FACTS) ?? new Uint8Array(), facts);
  if (read.kind === 'unreadable') return [detail('facts-unreadable', FACTS, read.sentence)];
  const carried = new Set(head.evidence.map(({ member }) => member));
  const strangers = [...members.keys()].filter((path) => path.startsWith(EVIDENCE) && !carried.has(path));
  return [
    ...head.evidence.flatMap((item) => checkItem(members, item, read.value)),
    ...strangers
      .sort(byCodeUnits)
      .map((path) => detail('evidence-unlisted', path, `${path} is no evidence of the report.`)),
  ];
};

const checkItem = (
  members: Members,
  item: ReportHead['evidence'][number],
  { evidence }: Facts,
): readonly Detail[] => {
  const fact = Object.hasOwn(evidence, item.id) ? evidence[item.id] : undefined;
  if (item.member === null) {
    if (fact?.present !== true || item.keep === 'reference') return [];
    return [
      detail(
        'evidence-not-carried',
        null,
        `The file of ${item.id} was there and is to be kept as a copy, and the pack has none.`,
      ),
    ];
  }
  const bytes = members.get(item.member);
  if (bytes === undefined)
    return [detail('evidence-missing', item.member, `${item.member}, the file of ${item.id}, is not there.`)];
  if (fact?.present === true && fact.size === bytes.length && fact.sha256 === sha256(bytes)) return [];
  return [
    detail(
      'evidence-changed',
      item.member,
      `${item.member} is not the file that the facts on ${item.id} speak of.`,
    ),
  ];
};
