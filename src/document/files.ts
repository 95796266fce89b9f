// A template's folder as texts: which file is what, and everything that is wrong with the set of files as a whole.
import type { Diagnostic } from '../problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { errorIn, type SourceText, sourceText } from './source-text.ts';

/** A template's folder: paths are relative, with `/`; `id` is the folder's name. */
export type TemplateFiles = {
  readonly id: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Fonts that may become files of it when a report needs them. */
  readonly installed?: readonly InstalledFont[];
};
/** A large font that is read only when it is needed; `path` is what it is called among the files. */
export type InstalledFont = { readonly path: string; readonly read: () => Promise<Uint8Array> };

export type TemplateTexts = {
  readonly report: SourceText;
  readonly workbook: SourceText;
  /** Null in a template that makes no forms. */
  readonly form: SourceText | null;
  readonly theme: SourceText;
  readonly words: SourceText;
  /** By the name that `{{> name}}` uses: the path below `partials/` without `.hbs`. */
  readonly partials: ReadonlyMap<string, SourceText>;
};

/** Larger than any template people write; a file beyond it is a mistake or an attack. */
const LARGEST = 4 * 1024 * 1024;

/** Decodes what the folder must have; a file that is missing or no UTF-8 is a diagnostic and reads as empty. */
export const readTexts = (
  template: TemplateFiles,
  language: string,
): { readonly texts: TemplateTexts; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const read = (name: string): SourceText => sourceText(name, textOf(template, name, diagnostics));
  const names = Object.keys(template.files).filter((name) => /^partials\/.+\.hbs$/.test(name));
  const partials = names
    .sort()
    .map((name) => [name.slice('partials/'.length, -'.hbs'.length), read(name)] as const);
  const texts = {
    report: read('report.hbs'),
    workbook: read('workbook.hbs'),
    form: Object.hasOwn(template.files, 'form.hbs') ? read('form.hbs') : null,
    theme: read('theme.css'),
    words: read(`words.${language}.yaml`),
  };
  return { texts: { ...texts, partials: new Map(partials) }, diagnostics };
};

const textOf = (template: TemplateFiles, name: string, diagnostics: Diagnostic[]): string => {
  const bytes = Object.hasOwn(template.files, name) ? template.files[name] : undefined;
  if (bytes === undefined) diagnostics.push(missing(template, name));
  else if (bytes.length > LARGEST)
    diagnostics.push(
      errorIn(
        name,
        'file-too-large',
        `The file has ${bytes.length} bytes.`,
        `A template's file has at most ${LARGEST}.`,
      ),
    );
  else return decode(name, bytes, diagnostics);
  return '';
};

const decode = (name: string, bytes: Uint8Array, diagnostics: Diagnostic[]): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    diagnostics.push(errorIn(name, 'file-not-utf8', 'The file is not UTF-8.', 'Save it as UTF-8.'));
    return '';
  }
};

const missing = (template: TemplateFiles, name: string): Diagnostic => {
  const beside = Object.keys(template.files).filter((file) => !/^(?:bundled|installed)\//.test(file));
  const words = name.startsWith('words.');
  const candidates = words ? beside.filter((file) => file.startsWith('words.')) : beside;
  return errorIn(
    name,
    words ? 'words-missing' : 'reference-unknown',
    `The template has no \`${name}\`.`,
    didYouMean(name, candidates),
  );
};
