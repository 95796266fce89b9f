// Text that the page's author meant to replace: in what was left out, and in titles of resources that have duties.
import { isPlaceholderTitle } from '../empty-text.ts';
import { quoted } from '../plain.ts';
import type { Lint } from './rule.ts';

export const placeholder: Lint = {
  rule: 'placeholder',
  find: ({ page }) => {
    if (page === null) return [];
    const left = page.leftOut.filter(({ reason }) => reason === 'placeholder');
    const titles = page.raw.areas.flatMap(({ resources }) =>
      resources.map(({ title }) => title).filter(({ text }) => isPlaceholderTitle(text, page.names)),
    );
    return [...left, ...titles].map(({ line, text }) => ({
      rule: 'placeholder',
      line,
      sentence: `${quoted(text)} was never written: it is text to be replaced.`,
      refs: [],
    }));
  },
};
