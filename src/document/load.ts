// Loads a template: every file of it read, linted and compiled once; whatever is wrong with any of them is told in one go.
import type { Diagnostic } from '../problem.ts';
import { readTexts, type TemplateFiles, type TemplateTexts } from './files.ts';
import { fallbackFaces } from './fonts/fallback.ts';
import { refuseIfAny, withinStack } from './refuse.ts';
import { type Engine, makeEngine } from './render/engine.ts';
import { parseTemplate } from './render/grammar.ts';
import { LIMITS, type Limits } from './render/limits.ts';
import { lintProgram } from './render/lint.ts';
import { lintPartialCalls, type ParsedTemplate } from './render/partials.ts';
import { readWords, type Words } from './render/words.ts';
import { readStyles, type Styles } from './style/styles.ts';
import { type Pictures, picturesOf } from './tree/images.ts';

/** A template that passed the lint, ready to render any number of reports. */
export type Template = {
  readonly id: string;
  readonly language: string;
  readonly engine: Engine;
  readonly styles: Styles;
  readonly pictures: Pictures;
  /** False for a template without `form.hbs`. */
  readonly makesForms: boolean;
};

/**
 * Lints and compiles a template folder for one language. Throws `template-invalid` with every diagnostic of templates,
 * partials, theme and words that can be told without a report.
 */
export const loadTemplate = (files: TemplateFiles, language: string, limits: Limits = LIMITS): Template =>
  withinStack(files.id, files.id, () => load(files, language, limits));

const load = (files: TemplateFiles, language: string, limits: Limits): Template => {
  const { texts, diagnostics } = readTexts(files, language);
  refuseIfAny(files.id, diagnostics);
  const { words, diagnostics: ofWords } = readWords(texts.words);
  const { styles, diagnostics: ofTheme } = readStyles(texts.theme, files.files);
  const { templates, diagnostics: ofTemplates } = readTemplates(texts, words);
  // Words that could not be read are missing everywhere: that is one fault, not one per word.
  const ofReadable =
    ofWords.length === 0 ? ofTemplates : ofTemplates.filter(({ code }) => code !== 'words-missing');
  refuseIfAny(files.id, [...ofReadable, ...ofTheme, ...ofWords]);
  const fonts = [...styles.fonts, ...fallbackFaces(files.files, styles.fonts, language)];
  return {
    id: files.id,
    language,
    engine: makeEngine(files.id, templates, words, limits),
    styles: { ...styles, fonts },
    pictures: picturesOf(files.files),
    makesForms: texts.form !== null,
  };
};

const readTemplates = (
  texts: TemplateTexts,
  words: Words,
): { readonly templates: readonly ParsedTemplate[]; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const partials = [...texts.partials.keys()];
  const sources = [
    ['report.hbs', texts.report] as const,
    ['workbook.hbs', texts.workbook] as const,
    ...(texts.form === null ? [] : [['form.hbs', texts.form] as const]),
    ...texts.partials,
  ];
  const templates = sources.flatMap(([name, source]): readonly ParsedTemplate[] => {
    const program = parseTemplate(source);
    if ('severity' in program) {
      diagnostics.push(program);
      return [];
    }
    lintProgram(program, {
      source,
      partials,
      words,
      depth: 0,
      report: (diagnostic) => diagnostics.push(diagnostic),
    });
    return [{ name, source, program }];
  });
  return { templates, diagnostics: [...diagnostics, ...lintPartialCalls(templates)] };
};
