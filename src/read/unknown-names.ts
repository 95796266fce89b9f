// Keys of a page that no names file knows: the model shows them as they are, and whoever imports it is told.
import type { ImportReport } from '../model/import-report.ts';
import type { Names } from '../model/names.ts';
import { PARTIES } from '../model/party.ts';
import type { Diagnostic } from '../problem.ts';
import { keysIn } from './duty-text.ts';
import { quoted } from './plain.ts';
import type { KeyedText } from './providers/dialect.ts';
import type { RawArea } from './raw-areas.ts';
import { diagnosticAt, lineSpan, type SourceText } from './source-text.ts';

type UnknownName = ImportReport['unknownNames'][number];

/** Each key without a name once, at the first line that shows it. */
export const unknownNames = (areas: readonly RawArea[], names: Names): readonly UnknownName[] => {
  const seen = new Set<string>();
  return shownTexts(areas).flatMap(({ line, text }) =>
    keysIn(text).flatMap((key) => {
      if (seen.has(key) || Object.hasOwn(names.keywords, key)) return [];
      seen.add(key);
      return [{ key, line }];
    }),
  );
};

const shownTexts = (areas: readonly RawArea[]): readonly KeyedText[] =>
  areas.flatMap(({ title, intro, resources }) => [
    title,
    ...intro,
    ...resources.flatMap((one) => [one.title, ...PARTIES.flatMap((party) => one[party])]),
  ]);

export const nameWarning = (source: SourceText, { key, line }: UnknownName): Diagnostic =>
  diagnosticAt(
    source,
    lineSpan(source, line),
    {
      code: 'page-name-unknown',
      sentence: `The page names something by the key ${quoted(key)}, and the names file does not know it; it is shown as it is.`,
      hint: `Put \`${key}: { text: … }\` under \`keywords\` of a names file, and give it with the import.`,
    },
    'warning',
  );
