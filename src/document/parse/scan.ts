// Rendered HTML to tags and texts, one by one. What is written as templates usually write it is cut out by its own few
// rules; from the first thing that is not, htmlparser2's tokenizer takes over, so that both always read the same.
import { type ReadTag, readTag } from './shape.ts';
import { type AttributeToken, type Token, tokenize, tokenStream } from './tokens.ts';

export type Piece =
  | { readonly kind: 'open'; readonly tag: ReadTag; readonly offset: number }
  | Exclude<Token, { readonly kind: 'open' }>;

const SPACE = '[ \\t\\r\\n\\f]';
const VALUE = `"[^"]*"|'[^']*'|[\\w#.:-]+(?=[ \\t\\r\\n\\f>])`;
const OPEN = new RegExp(
  `<([a-zA-Z][a-zA-Z0-9]*)(?:${SPACE}+[a-zA-Z][a-zA-Z0-9-]*(?:=(?:${VALUE}))?)*${SPACE}*/?>`,
  'y',
);
const CLOSE = new RegExp(`</([a-zA-Z][a-zA-Z0-9]*)${SPACE}*>`, 'y');
const BEGIN = /<(?:[a-zA-Z!?]|\/[a-zA-Z])/y;
const TITLE = /<title>[^<]*<\/title>/y;
const DOCTYPE = /<!doctype html>/iy;

/** Elements whose content is no markup. */
const RAW = /^(iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)$/i;

/** More distinct tags than that are mostly tags with an id, of which none comes twice. */
const MOST_KNOWN = 4096;

/** Tags as they are written, and what they say: the same for every template and report. */
const opens = new Map<string, ReadTag>();
const closes = new Map<string, string>();

/** The pieces of `html` in order; null when there are no more. */
export const scan = (html: string): (() => Piece | null) => {
  let at = 0;
  const queue: Piece[] = [];
  let rest: (() => Token | null) | null = null;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(html);
  };
  const takeOver = (): Piece | null => {
    const from = at;
    const stream = tokenStream(html.slice(from));
    rest = stream;
    return shifted(stream(), from);
  };
  const text = (end: number): Piece | null => {
    // A `<` that begins nothing is text, and belongs to the text before it.
    BEGIN.lastIndex = end;
    if (end < html.length && !BEGIN.test(html)) return takeOver();
    const [offset, written] = [at, html.slice(at, end)];
    at = end;
    return { kind: 'text', text: decoded(written), offset };
  };
  const open = (): Piece | null => {
    const end = html.indexOf('>', at) + 1;
    const written = html.slice(at, end);
    // A tag that was read before ends at its first `>`, and so does this one.
    const known = opens.get(written);
    const offset = at + 1;
    if (known !== undefined) {
      at = end;
      return { kind: 'open', tag: known, offset };
    }
    const found = match(OPEN);
    if (found === null) return takeOver();
    if (RAW.test(found[1] ?? '')) return title();
    const kept = copied(found[0]);
    const tag = readOnly(kept, copied(found[1] ?? ''));
    if (opens.size >= MOST_KNOWN) opens.clear();
    opens.set(kept, tag);
    at += found[0].length;
    return { kind: 'open', tag, offset };
  };
  const title = (): Piece | null => {
    const found = match(TITLE);
    if (found === null) return takeOver();
    const from = at;
    tokenize(found[0], (token) => queue.push(pieceOf(token, from)));
    at += found[0].length;
    return queue.shift() ?? null;
  };
  const close = (): Piece | null => {
    const end = html.indexOf('>', at) + 1;
    const tag = closes.get(html.slice(at, end));
    const offset = at + 2;
    if (tag !== undefined) {
      at = end;
      return { kind: 'close', tag, offset };
    }
    const found = match(CLOSE);
    if (found === null) return takeOver();
    if (closes.size < MOST_KNOWN) closes.set(copied(found[0]), copied(found[1] ?? ''));
    at += found[0].length;
    return { kind: 'close', tag: found[1] ?? '', offset };
  };
  const declaration = (): Piece | null => {
    const end = html.indexOf('-->', at + 4);
    const inner = html.slice(at + 4, end);
    const comment = html.startsWith('<!--', at) && end >= 0 && !/^-?>/.test(inner) && !inner.includes('--!>');
    const length = comment ? end + 3 - at : (match(DOCTYPE)?.[0].length ?? 0);
    if (length === 0) return takeOver();
    const offset = at + (comment ? 4 : 2);
    const what = comment ? 'comment' : 'doctype';
    at += length;
    return { kind: 'other', what, text: html.slice(offset, at - (comment ? 3 : 1)), offset };
  };
  return () => {
    if (rest !== null) return shifted(rest(), at);
    if (queue.length > 0) return queue.shift() ?? null;
    if (at >= html.length) return null;
    if (html.charCodeAt(at) !== LESS) {
      const end = html.indexOf('<', at);
      return text(end < 0 ? html.length : end);
    }
    const next = html.charCodeAt(at + 1);
    if (next === SLASH) return close();
    return next === BANG ? declaration() : open();
  };
};

/** The same text in memory of its own: a part of a text keeps all of it. */
const copied = (part: string): string => [...part].join('');

const [LESS, SLASH, BANG] = [0x3c, 0x2f, 0x21];

/** What an unfinished tag leaves at the end has no place in the tokenizer's eyes, and keeps none. */
const pieceOf = (token: Token, from: number): Piece => {
  const offset = token.offset < 0 ? token.offset : token.offset + from;
  return token.kind === 'open' ? { kind: 'open', tag: readTag(token), offset } : { ...token, offset };
};

const shifted = (token: Token | null, from: number): Piece | null =>
  token === null ? null : pieceOf(token, from);

const ATTRIBUTE = /([a-zA-Z][a-zA-Z0-9-]*)(?:=(?:"([^"]*)"|'([^']*)'|([\w#.:-]+)))?/g;

/** The one tag that `written` is, of name `name`. */
const readOnly = (written: string, name: string): ReadTag => {
  const attributes: AttributeToken[] = [];
  for (const found of written.slice(1 + name.length).matchAll(ATTRIBUTE)) {
    const value = found[2] ?? found[3] ?? found[4] ?? '';
    if (OTHER_REFERENCE.test(value)) return readSlowly(written);
    const offset = 1 + name.length + found.index;
    attributes.push({
      name: found[1] ?? '',
      value: withoutReferences(value),
      offset,
      length: found[0].length,
    });
  }
  return readTag({ kind: 'open', tag: name, offset: 1, attributes, selfClosing: written.endsWith('/>') });
};

const readSlowly = (written: string): ReadTag => {
  const found: ReadTag[] = [];
  tokenize(written, (token) => {
    if (token.kind === 'open') found.push(readTag(token));
  });
  const [tag] = found;
  if (tag === undefined) throw new Error(`No tag: ${written}`);
  return tag;
};

/** The references that values are escaped with, and any other. */
const REFERENCE = /&(amp|lt|gt|quot|#39);/g;
const OTHER_REFERENCE = /&(?!(?:amp|lt|gt|quot|#39);)/;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const withoutReferences = (written: string): string =>
  written.includes('&')
    ? written.replace(REFERENCE, (whole, name: string) => CHARACTERS[name] ?? whole)
    : written;

/** A text with the characters that its references stand for. */
const decoded = (written: string): string => {
  if (!OTHER_REFERENCE.test(written)) return withoutReferences(written);
  const parts: string[] = [];
  tokenize(written, (token) => {
    if (token.kind === 'text') parts.push(token.text);
  });
  return parts.join('');
};
