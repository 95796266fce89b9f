// Templates stay loaded while a process lives: reading and linting one and opening its fonts takes longer than drawing a pack with it,
// and the words that a font has shaped serve the next pack too. What is kept depends on the template alone, never on what was drawn.
import type { Template, TemplateFiles } from '../document/index.ts';
import { templateDigest } from './template-digest.ts';

/** One is what nearly every process draws with; the older of two goes when a third comes, because fonts are large. */
const MOST = 2;

type Load = (files: TemplateFiles, language: string) => Template;

/**
 * Loads as `load` does, and gives back what the same bytes gave before, whoever read them. A template that is refused is refused anew
 * each time.
 */
export const rememberingTemplates = (load: Load, most = MOST): Load => {
  const kept = new Map<string, Template>();
  return (files, language) => {
    const key = `${templateDigest(files)} ${language} ${files.id}`;
    const template = kept.get(key) ?? load(files, language);
    kept.delete(key);
    kept.set(key, template);
    for (const oldest of [...kept.keys()].slice(0, kept.size - most)) kept.delete(oldest);
    return template;
  };
};
