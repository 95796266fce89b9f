// Text that was copied from another service's page: what was left out for that, and duties that speak of running some other service where the
// page's own is meant. Those are told of the provider alone: a customer may well have to run something else beside.
import type { LintFinding } from '../../model/import-report.ts';
import { lookup } from '../../model/lookup.ts';
import { quoted } from '../plain.ts';
import type { KeyedText } from '../providers/dialect.ts';
import type { Lint, LintedPage } from './rule.ts';

export const wrongService: Lint = {
  rule: 'wrong-service',
  find: ({ model, page }) => (page === null ? [] : [...pasted(page), ...runsOther(model.title, page)]),
};

/** Once for each line, by what comes first on it. */
const pasted = ({ leftOut }: LintedPage): readonly LintFinding[] => {
  const firsts = new Map<number, string>();
  for (const { line, reason, text } of leftOut)
    if (reason === 'other-service' && !firsts.has(line)) firsts.set(line, text);
  return [...firsts].map(([line, text]) => ({
    rule: 'wrong-service',
    line,
    sentence: `${quoted(text)} was written for another service, and is no duty in the model.`,
    refs: [],
  }));
};

const runsOther = (title: string, page: LintedPage): readonly LintFinding[] =>
  page.raw.areas.flatMap(({ resources }) =>
    resources.flatMap(({ provider }) => provider.flatMap((text) => findingOf(text, title, page))),
  );

/** `Operate the {{x}} service`: what a provider does to the service that a page is about. */
const RUNS =
  /\b(?:operat|run|maintain|host|recover|restart|back|patch|updat|provid|ensur)\w*\s(?:[\w-]+\s){0,4}?\{\{([\w.-]+)\}\}\s(?:service|platform|control plane|components?|interfaces?)\b/i;

const findingOf = (
  { line, text }: KeyedText,
  title: string,
  { names, own }: LintedPage,
): readonly LintFinding[] => {
  const key = RUNS.exec(text)?.[1];
  const meant = key === undefined ? null : lookup(names.keywords, key);
  const isKnown = [...own].some((id) => Object.hasOwn(names.services, id));
  if (meant?.service === undefined || own.has(meant.service) || !isKnown) return [];
  return [
    {
      rule: 'wrong-service',
      line,
      sentence: `A duty of the provider speaks of running ${quoted(meant.text)}, and the page is about ${title}.`,
      refs: [meant.service],
    },
  ];
};
