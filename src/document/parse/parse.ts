// Tokens to the strict tree: each element must be known, closed in order, and stand where the subset lets it.
import type { Diagnostic, DiagnosticCode } from '../../problem.ts';
import { didYouMean } from '../nearest.ts';
import type { Rendered } from '../render/markers.ts';
import { errorAt, type Spot } from '../source-text.ts';
import { attributeRow, attributesOf } from './attributes.ts';
import { ELEMENTS, ELEMENTS_BY_TAG, type ElementRow, holdsText, mayHold, VOID } from './elements.ts';
import { type AttributeToken, type Token, tokenize } from './tokens.ts';
import type { MarkupAttribute, MarkupElement, MarkupNode } from './tree.ts';

type Open = {
  readonly row: ElementRow;
  readonly element: MarkupElement;
  readonly children: MarkupNode[];
  elements: number;
  readonly offset: number;
};
type State = {
  readonly rendered: Rendered;
  readonly diagnostics: Diagnostic[];
  readonly stack: Open[];
  readonly ids: Map<string, Spot>;
  root: MarkupElement | null;
  /** Depth inside an element that is not known: its content is not judged. */
  skipped: string[];
};

/** The tree of one rendered template and all that is wrong with it; the root is null when there is no `html`. */
export const parseMarkup = (
  rendered: Rendered,
): { readonly root: MarkupElement | null; readonly diagnostics: readonly Diagnostic[] } => {
  const state: State = { rendered, diagnostics: [], stack: [], ids: new Map(), root: null, skipped: [] };
  tokenize(rendered.html, (token) => take(token, state));
  for (const open of state.stack.toReversed())
    complain(
      state,
      open.offset,
      open.row.tag.length,
      'markup-structure',
      `<${open.row.tag}> is never closed.`,
      `Close it with </${open.row.tag}>.`,
    );
  if (state.root === null)
    complain(
      state,
      0,
      1,
      'markup-structure',
      'There is no <html> element.',
      'A template is <html lang="…"><head>…</head><body>…</body></html>.',
    );
  return { root: state.root, diagnostics: state.diagnostics };
};

const MOST_DIAGNOSTICS = 200;

const complain = (
  state: State,
  offset: number,
  length: number,
  code: DiagnosticCode,
  sentence: string,
  hint: string,
): void => {
  const diagnostic = errorAt(state.rendered.spotAt(offset, length), code, sentence, hint);
  const same = (other: Diagnostic): boolean =>
    other.file === diagnostic.file &&
    other.sentence === sentence &&
    other.place?.line === diagnostic.place?.line &&
    other.place?.column === diagnostic.place?.column;
  // A loop repeats a mistake once a round; once is enough.
  if (state.diagnostics.length < MOST_DIAGNOSTICS && !state.diagnostics.some(same))
    state.diagnostics.push(diagnostic);
};

const take = (token: Token, state: State): void => {
  if (token.kind === 'open') return takeOpen(token, state);
  if (token.kind === 'close') return takeClose(token, state);
  if (token.kind === 'text') return takeText(token, state);
  if (token.what === 'comment' || (token.what === 'doctype' && /^!?doctype html$/i.test(token.text))) return;
  complain(
    state,
    token.offset,
    token.text.length,
    'markup-element',
    'This is neither an element nor text.',
    'Only <!DOCTYPE html> and comments may stand beside elements.',
  );
};

const takeOpen = (token: Token & { readonly kind: 'open' }, state: State): void => {
  const row = ELEMENTS_BY_TAG.get(token.tag);
  const leaf = token.selfClosing || VOID.includes(token.tag);
  if (state.skipped.length > 0 || row === undefined) {
    if (state.skipped.length === 0) unknownElement(token, state);
    if (!leaf) state.skipped.push(token.tag);
    return;
  }
  const parent = state.stack.at(-1) ?? null;
  checkPlace(token, row, parent, state);
  const open = openElement(token, row, parent, state);
  if (parent === null) state.root ??= open.element;
  else parent.children.push(open.element);
  if (parent !== null) parent.elements += 1;
  if (!leaf) state.stack.push(open);
};

const unknownElement = (token: Token & { readonly kind: 'open' }, state: State): void => {
  const tags = ELEMENTS.map(({ tag }) => tag);
  const hint =
    token.tag === 'style' || token.tag === 'link'
      ? 'Styles belong into theme.css.'
      : didYouMean(token.tag, tags);
  complain(
    state,
    token.offset,
    token.tag.length,
    'markup-element',
    `There is no element <${token.tag}> in a template.`,
    hint,
  );
};

const openElement = (
  token: Token & { readonly kind: 'open' },
  row: ElementRow,
  parent: Open | null,
  state: State,
): Open => {
  const attributes = new Map<string, MarkupAttribute>();
  for (const attribute of token.attributes) takeAttribute(attribute, token.tag, attributes, state);
  const children: MarkupNode[] = [];
  const classes = (attributes.get('class')?.value ?? '').split(/\s+/).filter((name) => name !== '');
  const spot = state.rendered.spotAt(token.offset, token.tag.length);
  const element: MarkupElement = {
    kind: 'element',
    tag: token.tag,
    attributes,
    children,
    parent: parent?.element ?? null,
    index: parent?.elements ?? 0,
    classes,
    spot,
  };
  return { row, element, children, elements: 0, offset: token.offset };
};

const checkPlace = (
  token: Token & { readonly kind: 'open' },
  row: ElementRow,
  parent: Open | null,
  state: State,
): void => {
  const wrong = (sentence: string, hint: string): void =>
    complain(state, token.offset, token.tag.length, 'markup-structure', sentence, hint);
  if (parent === null && (row.tag !== 'html' || state.root !== null))
    return wrong(`<${row.tag}> stands outside <html>.`, 'There is one <html>, and all is inside it.');
  if (parent !== null && !mayHold(parent.row, row))
    return wrong(`<${row.tag}> cannot stand in <${parent.row.tag}>.`, holds(parent.row));
  if (row.tag === 'a' && state.stack.some((open) => open.row.tag === 'a'))
    wrong('A link cannot stand in a link.', 'Close the first <a> before.');
};

const holds = (row: ElementRow): string => {
  if (Array.isArray(row.content))
    return `<${row.tag}> holds ${row.content.map((tag) => `<${tag}>`).join(', ')}.`;
  if (row.content === 'phrasing') return `<${row.tag}> holds text and inline elements.`;
  return row.content === 'flow'
    ? 'Put it where its own kind of parent is.'
    : `<${row.tag}> holds no elements.`;
};

const takeAttribute = (
  token: AttributeToken,
  tag: string,
  attributes: Map<string, MarkupAttribute>,
  state: State,
): void => {
  const row = attributeRow(tag, token.name);
  const wrong = (sentence: string, hint: string): void =>
    complain(state, token.offset, token.length, 'markup-attribute', sentence, hint);
  const hint =
    token.name === 'style'
      ? 'Give it a class, and style that in theme.css.'
      : didYouMean(token.name, attributesOf(tag), `<${tag}> takes none.`);
  if (row === undefined) return wrong(`<${tag}> has no attribute \`${token.name}\`.`, hint);
  if (attributes.has(token.name)) return wrong(`\`${token.name}\` is given twice.`, 'Keep one.');
  if (!row.pattern.test(token.value))
    return wrong(`\`${token.name}\` cannot be \`${token.value.slice(0, 80)}\`.`, `It is ${row.value}.`);
  if (token.name === 'id' && state.ids.has(token.value))
    return wrong(
      `The id \`${token.value.slice(0, 80)}\` is given twice.`,
      'An id stands once in a document.',
    );
  const spot = state.rendered.spotAt(token.offset, token.length);
  if (token.name === 'id') state.ids.set(token.value, spot);
  attributes.set(token.name, { value: token.value, spot });
};

const takeClose = (token: Token & { readonly kind: 'close' }, state: State): void => {
  if (state.skipped.length > 0) {
    if (state.skipped.at(-1) === token.tag) state.skipped.pop();
    else
      complain(
        state,
        token.offset,
        token.tag.length,
        'markup-structure',
        `</${token.tag}> closes nothing.`,
        `<${state.skipped.at(-1)}> is still open.`,
      );
    return;
  }
  const depth = state.stack.findLastIndex((open) => open.row.tag === token.tag);
  const wrong = (sentence: string, hint: string): void =>
    complain(state, token.offset, token.tag.length, 'markup-structure', sentence, hint);
  if (depth < 0)
    return wrong(
      `</${token.tag}> closes nothing.`,
      VOID.includes(token.tag)
        ? `<${token.tag}> has no end tag.`
        : 'Take it out, or open the element before it.',
    );
  for (const open of state.stack.splice(depth).slice(1).toReversed()) {
    wrong(`</${token.tag}> comes before <${open.row.tag}> is closed.`, `Write </${open.row.tag}> first.`);
  }
};

const takeText = (token: Token & { readonly kind: 'text' }, state: State): void => {
  if (state.skipped.length > 0) return;
  const parent = state.stack.at(-1);
  if (parent !== undefined && holdsText(parent.row)) {
    parent.children.push({
      kind: 'text',
      text: token.text,
      spot: state.rendered.spotAt(token.offset, token.text.length),
    });
    return;
  }
  const start = token.text.search(/[^ \t\r\n\f]/);
  if (start < 0) return;
  const where = parent === undefined ? 'outside <html>' : `directly in <${parent.row.tag}>`;
  complain(
    state,
    token.offset + start,
    token.text.trim().length,
    'markup-structure',
    `Text cannot stand ${where}.`,
    parent === undefined ? 'Put it into <body>.' : holds(parent.row),
  );
};
