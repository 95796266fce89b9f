// Shared, says the page, and lists duties of one party alone: an area whose introduction shares it, or a resource that has duties and is marked as shared.
import type { LintFinding } from '../../model/import-report.ts';
import type { Area, Resource } from '../../model/model.ts';
import { PARTIES, type Party } from '../../model/party.ts';
import { quoted } from '../plain.ts';
import type { Lint } from './rule.ts';

const OTHER: Readonly<Record<Party, Party>> = { provider: 'customer', customer: 'provider' };

export const sharedHalf: Lint = {
  rule: 'shared-half',
  find: ({ model }) =>
    model.areas.flatMap((area) => [...halfArea(area), ...area.resources.flatMap(halfResource)]),
};

const halfArea = ({ code, line, title, scope, resources }: Area): readonly LintFinding[] => {
  const only = onlyHolder(resources);
  if (only === null || scope?.shared === undefined) return [];
  const sentence = `The introduction of ${quoted(title)} says that it is shared, and no duty of the ${OTHER[only]} stands below it.`;
  return [{ rule: 'shared-half', line, sentence, refs: [code] }];
};

const halfResource = (one: Resource): readonly LintFinding[] => {
  const only = onlyHolder([one]);
  if (only === null || one.allocation !== 'shared') return [];
  const sentence = `${quoted(one.title)} is marked as shared, and has no duty of the ${OTHER[only]}.`;
  return [{ rule: 'shared-half', line: one.line, sentence, refs: [one.code] }];
};

/** The party that has all duties; null where both have some, or neither. */
const onlyHolder = (resources: readonly Resource[]): Party | null => {
  const [only, ...more] = PARTIES.filter((party) => resources.some((one) => one[party].length > 0));
  return more.length === 0 ? (only ?? null) : null;
};
