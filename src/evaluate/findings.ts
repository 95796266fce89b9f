// Observations become findings: the severity in force, one fixed order, numbers.
import { byCodeUnits, lookup, sortedUnique } from '../model/lookup.ts';
import type { Policy } from '../model/policy.ts';
import type { Finding, Report } from '../model/report.ts';
import { SEVERITIES, type Severity } from '../model/scalar.ts';
import type { Judgement } from './judge.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

const severityOf = (policy: Policy, rule: Rule): Severity =>
  lookup(policy.severities, rule.id) ?? rule.severity;

/** In printed order: worst first, then by rule, duties, refs and sentence. */
export const findingsOf = ({ scene, observations }: Judgement): readonly Finding[] =>
  observations
    .map(({ rule, observation }) => ({
      rule: rule.id,
      severity: severityOf(scene.inputs.policy, rule),
      duties: sortedUnique(observation.duties),
      refs: sortedUnique(observation.refs),
      sentence: observation.sentence,
      fix: observation.fix,
    }))
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort(inPrintedOrder)
    .map(({ finding }, index) => ({ id: `F-${String(index + 1).padStart(3, '0')}`, ...finding }));

type Unnumbered = Omit<Finding, 'id'>;

type Keyed = { readonly finding: Unnumbered; readonly key: string };

const inPrintedOrder = (a: Keyed, b: Keyed): number =>
  SEVERITIES.indexOf(b.finding.severity) - SEVERITIES.indexOf(a.finding.severity) ||
  byCodeUnits(a.key, b.key);

// No id holds a control character, so one joins the parts without mixing them up.
const sortKey = ({ rule, duties, refs, sentence }: Unnumbered): string =>
  [rule, duties.join('\u0001'), refs.join('\u0001'), sentence].join('\u0000');

/** Ids of the findings on each duty, in printed order. */
export const findingsByDuty = (findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { id, duties } of findings) {
    for (const duty of duties) found.set(duty, [...(found.get(duty) ?? []), id]);
  }
  return found;
};

/** Every rule that ran, with how often it found something. */
export const methodOf = (policy: Policy, findings: readonly Finding[]): Report['method'] =>
  RULES.map((rule) => ({
    id: rule.id,
    title: rule.title,
    why: rule.why,
    severity: severityOf(policy, rule),
    findings: findings.filter((finding) => finding.rule === rule.id).length,
  }));
