// Text that a number format shows of its own, beside or instead of the value: `"supported"` makes any number read so.
import { isDateFormat } from '../../codec/xlsx/number-format.ts';

/** What stands for a value that is not shown at all. */
const NOTHING = 'nothing';
const PIECES = /"([^"]*)"?|\\(.)|\*(.)|_.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|General|AM\/PM|A\/P|E[+-]|(.)/gsu;
/** Signs that show the value or part it, in any format. */
const PLACEHOLDERS = /^[0#?.,%/@\s();:]$/u;
const SEPARATORS = /^[-/:.,\s()]*$/;
const DATE_LETTERS = /^[dmyhsegbn]$/i;

/** The texts that `format` shows of its own, sorted; separators of days and numbers are none. */
const ownTexts = (format: string): ReadonlySet<string> => {
  const dated = isDateFormat(format);
  return new Set(sectionsOf(format).flatMap((section, index) => textsOf(section, dated, index === 0)));
};

/** True where `format` shows a text that `original` does not. */
export const showsMore = (format: string, original: string): boolean => {
  if (format === original) return false;
  const before = ownTexts(original);
  return [...ownTexts(format)].some((text) => !before.has(text));
};

/** Cut at semicolons that are no text. */
const sectionsOf = (format: string): readonly string[] => {
  const sections = [''];
  for (const [piece] of format.matchAll(PIECES)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
};

const textsOf = (section: string, dated: boolean, first: boolean): readonly string[] => {
  if (section === '') return [NOTHING];
  let shows = false;
  const texts: string[] = [];
  for (const [piece, quoted, escaped, filled, currency, bare = ''] of section.matchAll(PIECES)) {
    const text = quoted ?? escaped ?? filled ?? currency ?? (isPlain(bare, dated) ? '' : bare);
    shows ||= piece === 'General' || /^[0#?@]$/.test(bare) || (dated && /[dmyhs]/i.test(piece));
    // A minus before every number, not only before those below nought, turns a value into its opposite.
    const sign = first && !dated && text.includes('-');
    if (text !== '' && (sign || !SEPARATORS.test(text))) texts.push(text);
  }
  return shows ? texts : [...texts, NOTHING];
};

const isPlain = (bare: string, dated: boolean): boolean =>
  bare === '' || PLACEHOLDERS.test(bare) || (dated && DATE_LETTERS.test(bare));
