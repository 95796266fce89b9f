// A duty that speaks of running some other service where the page's own is meant, as text does that was copied from another page. Told for
// duties of the provider alone: a customer may well have to run something else beside.
import type { LintFinding } from '../../model/import-report.ts';
import { lookup } from '../../model/lookup.ts';
import { quoted } from '../plain.ts';
import type { KeyedText } from '../providers/dialect.ts';
import type { Lint, LintedPage } from './rule.ts';

export const wrongService: Lint = {
  rule: 'wrong-service',
  find: ({ model, page }) =>
    page === null
      ? []
      : page.raw.areas.flatMap(({ resources }) =>
          resources.flatMap(({ provider }) => provider.flatMap((text) => findingOf(text, model.title, page))),
        ),
};

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
