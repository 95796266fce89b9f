// Services that the page leaves part of the responsibilities to, and whose own page is not at hand: nothing says what they hold.
import { delegationEdges } from '../../model/delegation-edges.ts';
import type { LintFinding } from '../../model/import-report.ts';
import { quoted } from '../plain.ts';
import type { Lint } from './rule.ts';

export const delegationAbsent: Lint = {
  rule: 'delegation-absent',
  find: ({ model, known }) => {
    if (known === null) return [];
    const absent = new Map<string, LintFinding>();
    for (const { code, delegate } of delegationEdges(model)) {
      const { to, line } = delegate;
      if (to === model.id || known.has(to)) continue;
      const found = absent.get(to);
      absent.set(to, {
        rule: 'delegation-absent',
        line: found?.line ?? line ?? 1,
        sentence: `The page leaves something to ${quoted(to)}, and there is no model of that service.`,
        refs: [...(found?.refs ?? [to]), code ?? model.id],
      });
    }
    return [...absent.values()];
  },
};
