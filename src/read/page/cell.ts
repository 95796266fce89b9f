// A table cell as the items it lists: bullets behind line marks, elements of HTML lists, lines, or one plain text. docs/dialects.md tells the rules.
import { type CellLine, cellLines } from './cell-lines.ts';
import { plainText } from './markup.ts';

/** Texts of the items without their markup, in order; also of those that only say that there is nothing. */
export const cellItems = (cell: string): readonly string[] =>
  itemsOf(cellLines(cell)).filter((item) => item !== '');

/** Of some lines of a cell: without markup, and none that is empty. */
export const itemsOf = (lines: readonly CellLine[]): readonly string[] => {
  const shown = lines
    .map((line) => ({ ...line, text: plainText(line.text), isLabel: !line.isItem && LABEL.test(line.text) }))
    .filter(({ text }) => text !== '');
  if (shown.length === 0) return [];
  if (shown.some(({ isItem }) => isItem)) return listed(shown);
  return areSentences(shown) ? shown.map(({ text }) => text) : [shown.map(({ text }) => text).join(' ')];
};

/** A line in bold alone, which ends with a colon. */
const LABEL =
  /^(?:\*\*|<(?:b|strong)>)[^*<>]{1,80}(?:(?:\*\*|<\/(?:b|strong)>)\s*:|:\s*(?:\*\*|<\/(?:b|strong)>))\s*$/i;

/**
 * Each bullet is an item, and each line among bullets; a line that leads in to bullets or goes on from one belongs to it. Where several
 * labels part the bullets, each bullet begins with its own.
 */
const listed = (lines: readonly Listed[]): readonly string[] => {
  const items: string[] = [];
  const isParted = lines.filter(({ isLabel }) => isLabel).length > 1;
  let label = '';
  let joins = false;
  lines.forEach(({ text, isItem, isLabel }, index) => {
    if (isParted && isLabel && lines[index + 1]?.isItem === true) label = text;
    else if (items.length > 0 && (joins || (!isItem && (goesOn(text) || isOpen(items.at(-1) ?? '')))))
      items[items.length - 1] = `${items.at(-1)} ${text}`;
    else items.push(label !== '' && isItem ? `${label} ${text}` : text);
    joins = !isItem && label !== text && text.endsWith(':');
  });
  return items;
};

/** Text that ends with a word that nothing ends with goes on behind the list that was closed too early. */
const isOpen = (text: string): boolean =>
  /\s(?:a|an|and|as|at|by|for|from|in|including|into|like|of|on|or|than|that|the|to|using|via|which|with)$/i.test(
    text.slice(-20),
  );

type Listed = CellLine & { readonly isLabel: boolean };

/**
 * Lines of a cell without bullets are items of their own when each is a whole sentence, and nothing sets paragraphs apart. The last may lack
 * its full stop, as the last of a list often does: behind a sentence that has ended it begins a new one all the same.
 */
const areSentences = (lines: readonly CellLine[]): boolean =>
  lines.length > 1 &&
  lines.every(
    ({ text, isParagraph }, index) =>
      (isSentence(text) || (index === lines.length - 1 && beginsSentence(text))) &&
      (index === 0 || (!isParagraph && !goesOn(text))),
  );

const isSentence = (text: string): boolean =>
  /^[\p{Lu}\p{Lt}{"'“‘(]/u.test(text) && /[.!?][)"'”’]*$/.test(text.slice(-4));

/** Two words or more: one alone is a mark, a label, a name. */
const beginsSentence = (text: string): boolean => /^[\p{Lu}\p{Lt}{"'“‘][^\s]*\s\S/u.test(text);

/** Words that begin what only makes sense behind the sentence before. */
const GOES_ON =
  /^(?:for (?:more|further|additional) (?:information|details)|for (?:details|example|instance)|see |learn more|note[ :]|this |these |that |those |it |they |however|otherwise|such )/i;

const goesOn = (text: string): boolean => GOES_ON.test(text.slice(0, 40));
