// What is wrong with a page as a whole: it holds too much, it is no page of duties, or parts of it stand in other files.
import type { Diagnostic } from '../problem.ts';
import { plainText } from './page/markup.ts';
import type { Page } from './page/page.ts';
import { quoted } from './plain.ts';
import { diagnosticAt, lineSpan, type SourceText, type Trouble } from './source-text.ts';

/** Null for a page that was read to its end. */
export const cutError = (source: SourceText, { cut }: Page): Diagnostic | null =>
  cut === null ? null : diagnosticAt(source, lineSpan(source, Math.min(cut, source.lines.length)), TOO_MUCH);

const TOO_MUCH: Trouble = {
  code: 'file-too-large',
  sentence:
    'The page has more lines, rows, cells and items, or a longer text, than any page of responsibilities; reading stopped here.',
  hint: 'This is no page of responsibilities; check that it is the file you meant.',
};

/** Why a page of this kind may give no duty; null where its kind does not tell. */
export const noDutiesOfKind = (page: Page): Trouble | null => {
  if (page.markup === 'html') return htmlTrouble(page);
  const [first] = page.elsewhere;
  if (first === undefined) return null;
  return {
    code: 'page-no-duties',
    sentence: `The page gives no duty to anybody by itself: it takes in other files, ${quoted(first.target)} for example, and those are not read.`,
    hint: 'Import the file that holds the tables or lists, or the page as it is published.',
  };
};

const htmlTrouble = ({ front, blocks }: Page): Trouble => {
  const heading = blocks.find((block) => block.kind === 'heading');
  const title = plainText(front.title ?? heading?.text ?? '').slice(0, 80);
  const named = title === '' ? '' : ` with the title ${quoted(title)}`;
  return {
    code: 'page-no-duties',
    sentence: `The file is an HTML page${named}, and it gives no duty to anybody.`,
    hint: 'Open it in a browser: it may be a page that a server gave in place of the one asked for. Then save the provider’s page again.',
  };
};

/** Nobody reads more warnings of one kind, and a page may be nothing but such lines. */
const MOST = 1000;

const LOOK = 'Look whether that file gives duties; if so, import the page as it is published.';

/** One warning for each part that stands in another file: what it says is not in the model. Of very many, the last one says how many more there are. */
export const elsewhereWarnings = (source: SourceText, { elsewhere }: Page): readonly Diagnostic[] => {
  const more = elsewhere[MOST];
  const warnings = elsewhere
    .slice(0, MOST)
    .map(({ line, target }) =>
      takenIn(
        source,
        line,
        `The page takes in ${quoted(target)} here, and that is another file, which is not read.`,
      ),
    );
  if (more === undefined) return warnings;
  const count = elsewhere.length - MOST;
  const sentence = `The page takes in other files at ${count} more places from here on, which are not read either.`;
  return [...warnings, takenIn(source, more.line, sentence)];
};

const takenIn = (source: SourceText, line: number, sentence: string): Diagnostic =>
  diagnosticAt(source, lineSpan(source, line), { code: 'page-row-skipped', sentence, hint: LOOK }, 'warning');
