// Markup of provider pages taken off a piece of text: Markdown, HTML, attribute lists, entities. What the page shows stays,
// name keys stay as `{{key}}`. Every pattern is built from classes that exclude their own opener, so that time stays linear.
import { evenSpaces } from '../even-spaces.ts';
/** The text a reader of the page sees, on one line, with name keys in it. */
export const plainText = (raw: string): string => {
  if (!MARKED.test(raw) && !RAISED.test(raw)) return evenSpaces(raw).trim();
  let text = raw.replace(KEY, (_, name?: string, other?: string) => shelter(name ?? other ?? ''));
  text = text.replace(LINE_MARK, ' ').replace(ATTRIBUTES, '');
  for (const pattern of FOOTNOTES) text = text.replace(pattern, '');
  for (const [pattern, replacement] of MARKUP) text = text.replace(pattern, replacement);
  text = decodeEntities(text).replace(ESCAPE, '$1').replaceAll(SHELTER, '_');
  return evenSpaces(text.replace(DIRECTION, '').replace(CONTROL, ' ')).trim();
};

/** A text without any of these has no markup; most have none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const MARKED = /[{}\\*_`[\]<>&~\u0000-\u0008\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ue000\ufffe\uffff]/;
/** Digits of footnotes. */
const RAISED = /[¹²³⁰-⁹]/;

/** Nothing that is printed or kept in a file of ours can hold these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g;

/** Marks that make what follows read the other way round: a page has no use for them, and a file of ours refuses them. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

const shelter = (key: string): string => `{{${key.replaceAll('_', SHELTER)}}}`;

/** Stands for `_` inside keys while `_` is read as emphasis: a private-use character, which no page has. */
const SHELTER = '\ue000';

/** Cells write a line break as the two characters backslash and n, with white space or a bullet beside it. */
export const LINE_MARK = /(?<=\s)\\n\s*|\\n(?=\s|[-*•]|\\n|$)\s*/g;

/** `{{site.data.keyword.NAME}}`, also with a brace missing, as it happens. Other variables keep their whole name. */
const KEY = /\{\{?\s*(?:site\.data\.keyword\.)([\w.-]+)\s*\}\}?|\{\{\s*([\w-]+(?:\.[\w-]+)+)\s*\}\}/g;

const ATTRIBUTES = /\{:[^{}]*\}|\{\.[\w-]+\}/g;
const ESCAPE = /\\([\\`*_{}[\]()#+.!|<>~-])/g;

/** Tags of running text and of lists; what else stands in angle brackets is text, a placeholder for example. */
const INLINE =
  'a|abbr|b|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr';
const BLOCK =
  'blockquote|br|caption|center|col|colgroup|dd|details|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul';
const tags = (names: string): RegExp => new RegExp(`</?(?:${names})(?:\\s[^<>]*)?/?>`, 'gi');

/** Marks of footnotes, and their names before the notes themselves. Raised digits behind a number or a unit are part of it. */
const FOOTNOTES: readonly RegExp[] = [
  /^\s*\[\^[^[\]\s]{1,40}\]:\s*/g,
  /\[\^[^[\]\s]{1,40}\](?!:)/g,
  /\^\[\d{1,3}\]\^/g,
  /(?<=^|[\s.,;:!?)])`?\[\*\]`?(?=\s|$)/g,
  /(?<=\p{L}{3}|[\s.,;:)!?])<sup>\s?[\d*†‡]{1,3}\s?<\/sup>/giu,
  /(?<=\p{L}{3}|[.,;:)!?])[¹²³⁰-⁹]{1,3}(?![\p{L}\p{N}])/gu,
];

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/!\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1'],
  [/\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '$1'],
  [/\[([^[\]]+)\]\[[^[\]]*\]/g, '$1'],
  [/<((?:https?|mailto):[^<>\s]*)>/g, '$1'],
  [tags(BLOCK), ' '],
  [tags(INLINE), ''],
  [/`+([^`]*)`+/g, '$1'],
  [/\*\*([^*]+)\*\*/g, '$1'],
  [/(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])/g, '$1'],
  [/(?<!\w)__(?=\S)([^_]+)__(?!\w)/g, '$1'],
  [/(?<!\w)_(?=[^\s_])([^_]+)_(?!\w)/g, '$1'],
  [/~~([^~]+)~~/g, '$1'],
];

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  reg: '®',
  trade: '™',
  copy: '©',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  rarr: '→',
};

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const printable = code >= 0x20 && code <= 0xfffd && !(code >= 0xd800 && code <= 0xdfff);
    return printable ? String.fromCodePoint(code) : whole;
  });
