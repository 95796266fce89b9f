// Step `evidence`: the evidence files are those that the facts speak of.
import { sha256 } from '../../codec/digest.ts';
import { type Facts, facts } from '../../model/facts.ts';
import { byCodeUnits } from '../../model/lookup.ts';
import type { Members } from '../member.ts';
import { EVIDENCE, FACTS } from '../names.ts';
import { readMember } from './read-member.ts';
import type { ReportHead } from './report-head.ts';
import { checked, type Detail, detail, type Step } from './verification.ts';

/** Holds every evidence file against the facts that the results were judged by. */
export const checkEvidence = (members: Members, head: ReportHead): Step => {
  const read = readMember(FACTS, members.get(FACTS) ?? new Uint8Array(), facts);
  if (read.kind === 'unreadable')
    return checked('evidence', [detail('facts-unreadable', FACTS, read.sentence)]);
  const carried = new Set(head.evidence.map(({ member }) => member));
  const strangers = [...members.keys()].filter((path) => path.startsWith(EVIDENCE) && !carried.has(path));
  return checked('evidence', [
    ...head.evidence.flatMap((item) => checkItem(members, item, read.value)),
    ...strangers
      .sort(byCodeUnits)
      .map((path) => detail('evidence-unlisted', path, `${path} is no evidence of the report.`)),
  ]);
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
