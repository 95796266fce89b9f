// A provider's page, read into a model: blocks, dialect, names, identity. What is left out of the model is told.
import type { Model } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import { type Day, PARTIES } from '../model/scalar.ts';
import type { Diagnostic } from '../problem.ts';
import { keysIn } from './duty-text.ts';
import { scanPage } from './page/scan.ts';
import { aboutPage, type ImportOptions, modelOf } from './page-model.ts';
import { quoted } from './plain.ts';
import { readerFor } from './providers/index.ts';
import type { KeyedText, RawArea, RawModel } from './providers/page-reader.ts';
import type { Reading, SourceFile } from './reading.ts';
import {
  diagnosticAt,
  inOrder,
  isSourceText,
  lineSpan,
  type SourceText,
  sourceText,
  type Trouble,
} from './source-text.ts';

const MEGABYTES = 50;

/** Reads a provider's page. Never throws on what a page holds; what it leaves out comes as warnings with lines. */
export const importPage = (file: SourceFile, options: ImportOptions): Reading<Model> => {
  const source = sourceText(file, MEGABYTES);
  if (!isSourceText(source)) return { value: null, diagnostics: [source] };
  const page = scanPage(source.text);
  const raw = readerFor(page, options.names).read(page, options.names);
  const about = aboutPage(page, file, options);
  const told = leftOut(source, raw);
  const errors = errorsOf(source, raw, about.revision);
  if (about.revision === null || errors.length > 0)
    return { value: null, diagnostics: inOrder([...errors, ...told]) };
  const value = modelOf(raw, { ...about, revision: about.revision }, options);
  return { value, diagnostics: inOrder([...told, ...unknownNames(source, raw, options.names)]) };
};

const leftOut = (source: SourceText, raw: RawModel): readonly Diagnostic[] =>
  raw.leftOut.map(({ line, code, sentence, hint }) =>
    diagnosticAt(source, lineSpan(source, line), { code, sentence, hint }, 'warning'),
  );

const errorsOf = (source: SourceText, raw: RawModel, revision: Day | null): readonly Diagnostic[] => [
  ...raw.areas
    .slice(MOST_AREAS, MOST_AREAS + 1)
    .map(({ title }) => diagnosticAt(source, lineSpan(source, title.line), TOO_MANY_AREAS)),
  ...(dutyTexts(raw).length === 0 ? [diagnosticAt(source, null, NO_DUTIES)] : []),
  ...(revision === null ? [diagnosticAt(source, null, NO_DATE)] : []),
  ...raw.areas
    .filter(overflows)
    .map(({ title }) => diagnosticAt(source, lineSpan(source, title.line), TOO_MANY)),
];

const dutyTexts = (raw: RawModel): readonly KeyedText[] =>
  raw.areas.flatMap(({ resources }) => resources.flatMap((one) => PARTIES.flatMap((party) => one[party])));

/** Codes have room for six letters and two digits, so that this many areas may have the same initials. */
const MOST_AREAS = 99;

/** Ids have room for three digits. */
const overflows = ({ resources }: RawArea): boolean =>
  resources.length > 999 || resources.some((one) => PARTIES.some((party) => one[party].length > 999));

const NO_DUTIES: Trouble = {
  code: 'page-no-duties',
  sentence: 'The page gives no duty to anybody, as far as it can be read.',
  hint: 'Look at the page: it may only point to another one, or be written in a way that is not read yet.',
};

const NO_DATE: Trouble = {
  code: 'key-missing',
  sentence: 'The page does not say of which day it is: its front matter has no `lastupdated` with a day.',
  hint: 'Put `lastupdated: "YYYY-MM-DD"` between two lines `---` at the top of the page.',
};

const TOO_MANY: Trouble = {
  code: 'value-invalid',
  sentence: 'The area has more than 999 resources, or a resource more than 999 duties of one party.',
  hint: 'This is no page of responsibilities; check that it is the file you meant.',
};

const TOO_MANY_AREAS: Trouble = {
  code: 'value-invalid',
  sentence: `The page has more than ${MOST_AREAS} areas with duties; this is the next one.`,
  hint: 'This is no page of responsibilities; check that it is the file you meant.',
};

/** One warning for each key without a name, at the first line that shows it. */
const unknownNames = (source: SourceText, raw: RawModel, names: Names): readonly Diagnostic[] => {
  const seen = new Set<string>();
  return shownTexts(raw).flatMap(({ line, text }) =>
    keysIn(text).flatMap((key) => {
      if (seen.has(key) || Object.hasOwn(names.keywords, key)) return [];
      seen.add(key);
      return [diagnosticAt(source, lineSpan(source, line), unknownName(key), 'warning')];
    }),
  );
};

const shownTexts = (raw: RawModel): readonly KeyedText[] =>
  raw.areas.flatMap(({ title, intro, resources }) => [
    title,
    ...intro,
    ...resources.flatMap((one) => [one.title, ...one.provider, ...one.customer]),
  ]);

const unknownName = (key: string): Trouble => ({
  code: 'page-name-unknown',
  sentence: `The page names something by the key ${quoted(key)}, and the names file does not know it; it is shown as it is.`,
  hint: `Put \`${key}: { text: … }\` under \`keywords\` of a names file, and give it with the import.`,
});
