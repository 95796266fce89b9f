// Text that the page's author meant to replace: in what was left out, and in what the model has for titles and duties.
import { PARTIES } from '../../model/party.ts';
import { isUnwritten, isUnwrittenTitle } from '../empty-text.ts';
import { quoted } from '../plain.ts';
import { type Lint, resourcesOf } from './rule.ts';

export const placeholder: Lint = {
  rule: 'placeholder',
  find: ({ model, page }) => {
    const left = (page?.leftOut ?? []).filter(({ reason }) => reason === 'placeholder');
    const found = resourcesOf(model).flatMap(({ resource }) => [
      ...(isUnwrittenTitle(resource.title) ? [{ line: resource.line, text: resource.title }] : []),
      ...PARTIES.flatMap((party) => resource[party].filter(({ text }) => isUnwritten(text))),
    ]);
    const areas = model.areas.flatMap(({ line, title }) =>
      isUnwritten(title) ? [{ line, text: title }] : [],
    );
    return [...left, ...areas, ...found].map(({ line, text }) => ({
      rule: 'placeholder',
      line,
      sentence: `${quoted(text)} was never written: it is text to be replaced.`,
      refs: [],
    }));
  },
};
