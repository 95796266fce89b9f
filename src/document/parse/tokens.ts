// HTML text to tokens, by htmlparser2's tokenizer: it knows entities and quoting and nothing of which element closes which,
// so that no end tag is guessed. Offsets are those of the rendered HTML.
import { Tokenizer } from 'htmlparser2';

export type AttributeToken = {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
  readonly length: number;
};
export type Token =
  | {
      readonly kind: 'open';
      readonly tag: string;
      readonly offset: number;
      readonly attributes: readonly AttributeToken[];
      readonly selfClosing: boolean;
    }
  | { readonly kind: 'close'; readonly tag: string; readonly offset: number }
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | {
      readonly kind: 'other';
      readonly what: 'doctype' | 'comment' | 'instruction' | 'cdata';
      readonly text: string;
      readonly offset: number;
    };

/** Feeds the tokens of `html`, or of XML, to `take`, in order; texts come whole, with entities decoded. */
export const tokenize = (html: string, take: (token: Token) => void, xmlMode = false): void => {
  const tokenizer = makeTokenizer(html, take, xmlMode);
  tokenizer.write(html);
  tokenizer.end();
};

/** How many characters are tokenized at a time. */
const STRETCH = 65_536;

/** The tokens of `html` one by one, a stretch of it at a time; null when there are no more. */
export const tokenStream = (html: string): (() => Token | null) => {
  const tokens: Token[] = [];
  let next = 0;
  let from = 0;
  const tokenizer = makeTokenizer(html, (token) => tokens.push(token), false);
  const read = (): void => {
    tokens.length = 0;
    next = 0;
    tokenizer.write(html.slice(from, from + STRETCH));
    from += STRETCH;
    if (from >= html.length) tokenizer.end();
  };
  return () => {
    while (next === tokens.length && from < html.length) read();
    return tokens[next++] ?? null;
  };
};

/** A tokenizer that is fed `html` in pieces, in order. */
const makeTokenizer = (html: string, take: (token: Token) => void, xmlMode: boolean): Tokenizer => {
  let text: { parts: string[]; offset: number } | null = null;
  let open: { tag: string; offset: number; attributes: AttributeToken[] } | null = null;
  let attribute = { name: '', offset: 0, parts: [] as string[] };
  const addText = (part: string, offset: number): void => {
    text ??= { parts: [], offset };
    text.parts.push(part);
  };
  const flush = (): void => {
    if (text !== null) take({ kind: 'text', text: text.parts.join(''), offset: text.offset });
    text = null;
  };
  const other = (what: 'doctype' | 'comment' | 'instruction' | 'cdata', start: number, end: number): void => {
    flush();
    take({ kind: 'other', what, text: html.slice(start, end), offset: start });
  };
  const endOpen = (selfClosing: boolean): void => {
    if (open !== null) take({ kind: 'open', ...open, selfClosing });
    open = null;
  };
  return new Tokenizer(
    { xmlMode, decodeEntities: true, recognizeSelfClosing: true },
    {
      ontext: (start, end) => addText(html.slice(start, end), start),
      ontextentity: (codepoint, end) => addText(String.fromCodePoint(codepoint), end - 1),
      onopentagname: (start, end) => {
        flush();
        open = { tag: html.slice(start, end), offset: start, attributes: [] };
      },
      onattribname: (start, end) => {
        attribute = { name: html.slice(start, end), offset: start, parts: [] };
      },
      onattribdata: (start, end) => attribute.parts.push(html.slice(start, end)),
      onattribentity: (codepoint) => attribute.parts.push(String.fromCodePoint(codepoint)),
      onattribend: (_, end) =>
        open?.attributes.push({
          name: attribute.name,
          value: attribute.parts.join(''),
          offset: attribute.offset,
          length: end - attribute.offset,
        }),
      onopentagend: () => endOpen(false),
      onselfclosingtag: () => endOpen(true),
      onclosetag: (start, end) => {
        flush();
        take({ kind: 'close', tag: html.slice(start, end), offset: start });
      },
      ondeclaration: (start, end) => other('doctype', start, end),
      // The tokenizer takes `<?` and a broken `<!` for comments, as browsers do.
      oncomment: (start, end) =>
        other(html.startsWith('<!--', start - 4) ? 'comment' : 'instruction', start, end),
      onprocessinginstruction: (start, end) => other('instruction', start, end),
      oncdata: (start, end) => other('cdata', start, end),
      onend: flush,
    },
  );
};
