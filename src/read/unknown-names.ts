// Keys of a page that no names file knows: the model shows them as they are, and whoever imports it is told.
import type { ImportReport } from '../model/import-report.ts';
import type { Names } from '../model/names.ts';
import { PARTIES } from '../model/party.ts';
import type { Diagnostic } from '../problem.ts';
import type { Claimed } from './claims.ts';
import { keysIn } from './duty-text.ts';
import { matricesOf } from './matrices.ts';
import { plainText } from './page/markup.ts';
import type { Page } from './page/page.ts';
import { quoted } from './plain.ts';
import type { KeyedText } from './providers/dialect.ts';
import type { RawArea } from './raw-areas.ts';
import { introOf } from './scope.ts';
import { diagnosticAt, lineSpan, type SourceText } from './source-text.ts';

type UnknownName = ImportReport['unknownNames'][number];

/** What of a page is shown: its model's texts, and those of matrices, which the report counts and finds faults with. */
type Shown = {
  readonly page: Page;
  readonly areas: readonly RawArea[];
  readonly claimed: readonly Claimed[];
};

/** Each key without a name once, at the first line that shows it. */
export const unknownNames = (shown: Shown, names: Names): readonly UnknownName[] => {
  const lines = new Map<string, number>();
  for (const { line, text } of shownTexts(shown, names))
    for (const key of keysIn(text))
      if (!Object.hasOwn(names.keywords, key)) lines.set(key, Math.min(line, lines.get(key) ?? line));
  return [...lines].map(([key, line]) => ({ key, line })).sort((a, b) => a.line - b.line);
};

const shownTexts = ({ page, areas, claimed }: Shown, names: Names): readonly KeyedText[] => {
  const title = page.blocks.find((block) => block.kind === 'heading');
  return [
    ...(title === undefined ? [] : [{ line: title.line, text: plainText(title.text) }]),
    ...areas.flatMap((area) => [
      area.title,
      ...introOf(area, names),
      ...area.resources.flatMap((one) => [one.title, ...PARTIES.flatMap((party) => one[party])]),
    ]),
    ...matricesOf(claimed).flatMap(({ matrix, title: called, claimed: { home } }) => [
      { line: home?.line ?? matrix.line, text: called },
      ...matrix.areas,
      ...matrix.rows.map(({ resource }) => resource),
    ]),
  ];
};

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
