// Rows that say what is to be done and not clearly by whom.
import { quoted } from '../plain.ts';
import type { Lint } from './rule.ts';

export const noParty: Lint = {
  rule: 'no-party',
  find: ({ page }) =>
    (page?.leftOut ?? [])
      .filter(({ reason }) => reason === 'party-unclear')
      .map(({ line, text }) => ({
        rule: 'no-party',
        line,
        sentence: `${text === '' ? 'A row' : quoted(text)} does not say clearly whose it is, so it is nobody's duty in the model.`,
        refs: [],
      })),
};
