// YAML parsed with every scalar as text, as plain data with a span for each key and value. What an auditor could misread
// (aliases, tags, doubled keys, comments that swallow text) is refused here, before anything is typed.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml';
import type { Diagnostic } from '../problem.ts';
import { type Path, type Plain, printPath, quoted } from './plain.ts';
import { diagnosticAt, placeAt, type SourceText, type Span, type Trouble } from './source-text.ts';
import { DEEPEST, deepNesting } from './yaml-nesting.ts';
import { syntaxTrouble } from './yaml-syntax.ts';

/** Where a value stands: `key` is null for the root and for items of lists; a `leaf` is a text or nothing. */
export type Spot = {
  readonly leaf: boolean;
  readonly key: Span | null;
  readonly value: Span;
  readonly below: ReadonlyMap<string | number, Spot>;
};

/** `broken` says that the parser had to guess, so that typing what it guessed would only confuse. */
export type YamlTree = {
  readonly data: Plain;
  readonly root: Spot;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: boolean;
};

export const yamlTree = (source: SourceText): YamlTree => {
  const deep = deepNesting(source);
  if (deep !== null) return hopeless(diagnosticAt(source, deep, TOO_DEEP));
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const syntax = syntaxDiagnostics(source, document);
  const walk: Walk = { source, diagnostics: [], path: [] };
  const [data, root] = walkNode(walk, document.contents, null);
  const broken = syntax.length > 0;
  const walked = walk.diagnostics.filter(({ code }) => !broken || code !== 'yaml-syntax');
  return { data, root, diagnostics: [...syntax, ...walked], broken };
};

/** `path` is where the walk is: one for all nodes, because thousands of them would each make their own and hardly any is asked for. */
type Walk = {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
  readonly path: (string | number)[];
};
type Walked = readonly [Plain, Spot];

const WHOLE: Span = { start: 0, end: 0 };

const hopeless = (diagnostic: Diagnostic): YamlTree => ({
  data: undefined,
  root: leaf(null, WHOLE),
  diagnostics: [diagnostic],
  broken: true,
});

/** One diagnostic a line: what follows the first on a line is mostly its echo. */
const syntaxDiagnostics = (source: SourceText, document: Document): readonly Diagnostic[] => {
  const seen = new Set<number | undefined>();
  return document.errors
    .map((error) =>
      diagnosticAt(source, { start: error.pos[0], end: error.pos[1] }, syntaxTrouble(source, error)),
    )
    .filter(({ place }) => !seen.has(place?.line) && seen.add(place?.line));
};

const report = (walk: Walk, span: Span, trouble: Trouble): void => {
  walk.diagnostics.push(diagnosticAt(walk.source, span, trouble));
};

const spanOf = (node: Node | null | undefined, fallback: Span): Span =>
  node?.range ? { start: node.range[0], end: node.range[1] } : fallback;

const walkNode = (walk: Walk, node: Node | null, key: Span | null): Walked => {
  const value = spanOf(node, key ?? WHOLE);
  refuseProperties(walk, node, value);
  if (walk.path.length > DEEPEST) {
    report(walk, value, TOO_DEEP);
    return [undefined, leaf(key, value)];
  }
  if (isMap(node)) return walkMap(walk, node.items, key, value);
  if (isSeq(node)) return walkList(walk, node.items, key, value);
  if (isScalar(node)) return walkScalar(walk, node, key, value);
  return [undefined, leaf(key, value)];
};

/** Most nodes are texts: they share that there is nothing below them. */
const NOTHING: Spot['below'] = new Map();

const leaf = (key: Span | null, value: Span): Spot => ({ leaf: true, key, value, below: NOTHING });

const walkBelow = (walk: Walk, step: string | number, node: Node | null, key: Span | null): Walked => {
  walk.path.push(step);
  const walked = walkNode(walk, node, key);
  walk.path.pop();
  return walked;
};

const refuseProperties = (walk: Walk, node: Node | null, span: Span): void => {
  if (node === null) return;
  if (isAlias(node) || node.anchor) report(walk, span, ALIAS);
  if (node.tag) report(walk, span, tagged(node.tag));
};

const walkScalar = (walk: Walk, node: Scalar, key: Span | null, value: Span): Walked => {
  const plain = node.type === 'PLAIN' || node.type === undefined;
  const text = String(node.value ?? '');
  if (plain) refuseSwallowing(walk, text, value);
  if (plain && /^(~|null|Null|NULL)$/.test(text)) report(walk, value, nothing(text));
  refuseCharacters(walk, text, value);
  return [plain && text === '' ? undefined : text, leaf(key, value)];
};

const walkList = (walk: Walk, items: readonly unknown[], key: Span | null, value: Span): Walked => {
  const data: Plain[] = [];
  const below = new Map<number, Spot>();
  for (const item of items) {
    const node = asNode(item);
    const [plain, spot] = walkBelow(walk, data.length, node, null);
    if (plain === undefined && !isAlias(node)) report(walk, spot.value, emptyItem(walk.path));
    below.set(data.length, spot);
    data.push(plain);
  }
  return [data, { leaf: false, key, value, below }];
};

const walkMap = (walk: Walk, pairs: readonly Pair[], key: Span | null, value: Span): Walked => {
  const data: Record<string, Plain> = {};
  const below = new Map<string, Spot>();
  for (const pair of pairs) {
    const name = keyName(walk, pair, value);
    if (name === null) continue;
    const first = below.get(name.text);
    if (first?.key) {
      report(walk, name.span, duplicate(name.text, placeAt(walk.source, first.key).line));
      continue;
    }
    const [plain, spot] = walkBelow(walk, name.text, asNode(pair.value), name.span);
    below.set(name.text, spot);
    data[name.text] = plain;
  }
  return [data, { leaf: false, key, value, below }];
};

const asNode = (value: unknown): Node | null =>
  isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : null;

/** Names that JavaScript objects carry already; as keys they would be mistaken for them. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

const keyName = (
  walk: Walk,
  pair: Pair,
  parent: Span,
): { readonly text: string; readonly span: Span } | null => {
  const node = asNode(pair.key);
  const span = spanOf(node, parent);
  refuseProperties(walk, node, span);
  if (isAlias(node)) return null;
  const text = isScalar(node) ? String(node.value ?? '') : '';
  if (isScalar(node)) refuseCharacters(walk, text, span);
  if (text !== '' && !RESERVED.has(text)) return { text, span };
  report(walk, span, badKey(text));
  return null;
};

/** What has to stand before a comment; behind most texts a line ends, and nothing more is looked at. */
const BLANKS: ReadonlySet<string | undefined> = new Set([' ', '\t']);

/**
 * A comment right behind a plain text on its line. Behind several words, or as ` #12`, it is meant as part of the text more often
 * than as a comment, and would be lost without a word; behind a single word, as in `status: partial # since May`, it is a comment.
 */
const refuseSwallowing = (walk: Walk, text: string, value: Span): void => {
  const from = walk.source.text[value.end] === '#' ? value.end - 1 : value.end;
  if (!BLANKS.has(walk.source.text[from])) return;
  const match = /^[ \t]+#(.?)[^\n]*/.exec(walk.source.text.slice(from, from + 200));
  if (match === null || (/^\s*$|#/.test(match[1] ?? '') && !/\S\s+\S/.test(text))) return;
  const start = from + match[0].indexOf('#');
  report(
    walk,
    { start, end: from + match[0].length },
    {
      code: 'yaml-comment-swallows-text',
      sentence: `Everything from ${quoted(match[0].trim())} on is a comment, and no part of the text.`,
      hint: 'Put the text in quotes if it belongs to it; put a comment on a line of its own.',
    },
  );
};

/**
 * Controls and half surrogates: no PDF, spreadsheet or canonical JSON can carry them. Tab and line feed may stand. Marks that turn the
 * direction of what follows are refused too: with them a text reads otherwise than it is written.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

const refuseCharacters = (walk: Walk, text: string, span: Span): void => {
  if (text.isWellFormed() && !UNPRINTABLE.test(text)) return;
  report(walk, span, {
    code: 'value-invalid',
    sentence:
      'The text holds a control character, a mark that turns the reading direction, or half a character.',
    hint: 'Remove the escape or the invisible character; a document cannot print it.',
  });
};

const TOO_DEEP: Trouble = {
  code: 'yaml-syntax',
  sentence: `The file is nested more than ${DEEPEST} levels deep.`,
  hint: 'Close the brackets that are open, and flatten the lists.',
};

const ALIAS: Trouble = {
  code: 'yaml-alias',
  sentence:
    'Anchors (&) and aliases (*) are not read: each answer has to stand where an auditor looks for it.',
  hint: 'Write the value out, or answer a resource key once for all of its duties. A text that begins with & or * needs quotes.',
};

const nothing = (text: string): Trouble => ({
  code: 'value-invalid',
  sentence: `${quoted(text)} stands here as a text, and says nothing.`,
  hint: 'Leave the place behind the colon empty when there is nothing to say; put it in quotes if it is meant.',
});

const tagged = (tag: string): Trouble => ({
  code: 'yaml-tag',
  sentence: `Tags are not read: ${quoted(tag)}.`,
  hint: 'Remove the tag; a text that begins with ! needs quotes.',
});

const emptyItem = (path: Path): Trouble => ({
  code: 'value-invalid',
  sentence: `An item of the list \`${printPath(path)}\` is empty.`,
  hint: 'Write the item behind the hyphen, or remove the hyphen.',
});

const duplicate = (key: string, line: number): Trouble => ({
  code: 'key-duplicate',
  sentence: `The key ${quoted(key)} stands here a second time; the first is on line ${line}.`,
  hint: 'Keep one of the two.',
});

const badKey = (text: string): Trouble => ({
  code: 'key-unknown',
  sentence: text === '' ? 'A key is empty, or is not a plain text.' : `${quoted(text)} cannot be a key.`,
  hint: 'Write `key: value` with a plain word as the key.',
});
