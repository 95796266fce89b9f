// Services that the page leaves part of the responsibilities to, and whose own page is not at hand: nothing says what they hold.
import type { LintFinding } from '../../model/import-report.ts';
import type { Delegate, Model } from '../../model/model.ts';
import { quoted } from '../plain.ts';
import type { Lint } from './rule.ts';

export const delegationAbsent: Lint = {
  rule: 'delegation-absent',
  find: ({ model, known }) => {
    if (known === null) return [];
    const absent = new Map<string, LintFinding>();
    for (const [{ to, line }, from] of edgesOf(model)) {
      if (to === model.id || known.has(to)) continue;
      const found = absent.get(to);
      absent.set(to, {
        rule: 'delegation-absent',
        line: found?.line ?? line ?? 1,
        sentence: `The page leaves something to ${quoted(to)}, and there is no model of that service.`,
        refs: [...(found?.refs ?? [to]), from],
      });
    }
    return [...absent.values()];
  },
};

/** Each edge with the code that it goes out from; the model's own id for those of the whole page. */
const edgesOf = ({ id, delegates, areas }: Model): readonly (readonly [Delegate, string])[] => [
  ...delegates.map((edge) => [edge, id] as const),
  ...areas.flatMap((area) => [
    ...area.delegates.map((edge) => [edge, area.code] as const),
    ...area.resources.flatMap((one) => one.delegates.map((edge) => [edge, one.code] as const)),
  ]),
];
