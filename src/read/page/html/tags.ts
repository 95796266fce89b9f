// HTML as tags with their places, by htmlparser2's tokenizer: it knows quoting and nothing of which element closes which, so that
// no end tag is guessed, and nothing is as deep as the page is nested.
import { Tokenizer } from 'htmlparser2';

export type Tag = {
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
  /** From `<` to behind `>`. */
  readonly start: number;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, string>;
};

const NONE: ReadonlyMap<string, string> = new Map();

/** More than a tag of a page has, and longer than such a value is. */
const MOST_ATTRIBUTES = 50;
const LONGEST = 1000;

/** Behind a tag. A quote that is never closed takes in whole elements: the tag then ends before them, so that they stay text. */
const behind = (html: string, start: number, end: number): number => {
  const close = html.indexOf('>', start);
  return close >= 0 && close < end - 1 && html.slice(close, end).includes('</') ? close + 1 : end;
};

/** Gives each tag of `html` to `take`, in order. What is text in the eyes of a browser is no tag. */
export const eachTag = (html: string, take: (tag: Tag) => void): void => {
  let open = { name: '', start: 0 };
  let attributes: Map<string, string> | null = null;
  let attribute = '';
  const opened = (last: number): void => {
    const { name, start } = open;
    take({ name, closes: false, start, end: behind(html, start, last + 1), attributes: attributes ?? NONE });
    attributes = null;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname: (start, end) => {
        open = { name: html.slice(start, end).toLowerCase(), start: start - 1 };
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, Math.min(end, start + LONGEST)).toLowerCase();
        attributes ??= new Map();
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, '');
        else attribute = '';
      },
      onattribdata: (start, end) => {
        if (attribute !== '') attributes?.set(attribute, html.slice(start, Math.min(end, start + LONGEST)));
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        const name = html.slice(start, end).toLowerCase();
        const close = html.indexOf('>', end);
        take({
          name,
          closes: true,
          start: start - 2,
          end: close < 0 ? html.length : close + 1,
          attributes: NONE,
        });
      },
      ontext: () => undefined,
      ontextentity: () => undefined,
      onattribentity: () => undefined,
      onattribend: () => undefined,
      ondeclaration: () => undefined,
      oncomment: () => undefined,
      onprocessinginstruction: () => undefined,
      oncdata: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
};
