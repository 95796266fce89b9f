// HTML -> blocks: a whole page, or an element that stands in a Markdown page. It goes from tag to tag and holds what is open, never a tree.
import { addBlock, addHeading, addTable, closeFold, type Growing, openFold } from '../growing.ts';
import { anchorIn, htmlText, isBlank } from './html-text.ts';
import {
  addToItem,
  beginItem,
  beginLevel,
  endItem,
  endLevel,
  type OpenList,
  openList,
  takeItems,
} from './list.ts';
import { endRow, type OpenTable, openTable, tableOf, takeInTable } from './table.ts';
import { eachTag, type Tag } from './tags.ts';

type State = {
  readonly html: string;
  readonly page: Growing;
  /** From where on the text is not taken yet, and on which line that is. */
  from: number;
  /** The first line end that is not counted yet. */
  nextBreak: number;
  line: number;
  list: OpenList;
  table: OpenTable | null;
  heading: { readonly depth: number; readonly line: number; readonly anchor: string | null } | null;
  /** A summary, and where it stands. */
  summary: number | null;
  /** The element whose content is passed over, and how often it is open. */
  skipped: { readonly name: string; deep: number } | null;
  notes: number;
  readonly head: Map<string, string>;
};

/** Appends the blocks of `html`, whose first line is `line`. Gives the title that its head states, and other facts of the page by their names. */
export const scanHtml = (html: string, line: number, page: Growing): ReadonlyMap<string, string> => {
  const state: State = {
    html,
    page,
    from: 0,
    nextBreak: nextBreak(html, 0),
    line,
    list: openList(),
    table: null,
    heading: null,
    summary: null,
    skipped: null,
    notes: 0,
    head: new Map(),
  };
  eachTag(html, (tag) => {
    if (page.cut === null && tag.start >= state.from) take(tag, state);
  });
  finish(state);
  return state.head;
};

const finish = (state: State): void => {
  if (state.page.cut !== null) return;
  const { table, html } = state;
  if (table !== null) {
    endRow(table, html, html.length);
    closeTable(table, state);
  } else endText(state, html.length);
  endList(state);
};

/** Tags come in order, so that each line end is looked for once. */
const lineAt = (state: State, offset: number): number => {
  while (state.nextBreak < offset) {
    state.line += 1;
    state.nextBreak = nextBreak(state.html, state.nextBreak + 1);
  }
  return state.line;
};

const nextBreak = (html: string, from: number): number => {
  const found = html.indexOf('\n', from);
  return found < 0 ? html.length : found;
};

/** More than a head has. */
const MOST_FACTS = 200;

/** What is no part of what a page says. */
const PASSED = new Set(['script', 'style', 'nav', 'svg', 'template', 'pre', 'title']);
const BREAKS = new Set(
  'address article aside blockquote body center details dialog div fieldset figcaption figure footer form header hr html main p section'.split(
    ' ',
  ),
);

/** In a list, what is set off as code is part of what an item says. */
const isPassed = (name: string, { list }: State): boolean =>
  PASSED.has(name) && (name !== 'pre' || list.levels.length === 0);

const take = (tag: Tag, state: State): void => {
  if (state.table !== null) takeTableTag(tag, state.table, state);
  else if (state.skipped !== null) pass(tag, state.skipped, state);
  else if (isPassed(tag.name, state)) beginPassed(tag, state);
  else takeTag(tag, state);
};

const takeTableTag = (tag: Tag, table: OpenTable, state: State): void => {
  if (!takeInTable(table, tag, state.html, lineAt(state, tag.start), state.page)) return;
  closeTable(table, state);
  state.from = tag.end;
};

const closeTable = (table: OpenTable, state: State): void => {
  state.table = null;
  for (const text of table.strays) if (!isBlank(text)) addParagraph(text, table.line, state);
  if (table.rows.length > 0) addTable(state.page, tableOf(table));
};

const beginPassed = (tag: Tag, state: State): void => {
  endText(state, tag.start);
  state.from = tag.end;
  if (!tag.closes) state.skipped = { name: tag.name, deep: 1 };
};

const pass = (tag: Tag, skipped: { readonly name: string; deep: number }, state: State): void => {
  if (tag.name !== skipped.name) return;
  skipped.deep += tag.closes ? -1 : 1;
  if (skipped.deep > 0) return;
  if (tag.name === 'title') note(state, 'title', htmlText(state.html.slice(state.from, tag.start)));
  state.from = tag.end;
  state.skipped = null;
};

const takeTag = (tag: Tag, state: State): void => {
  const { name } = tag;
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) takeHeading(tag, Number(level), state);
  else if (name === 'table') beginTable(tag, state);
  else if (name === 'ul' || name === 'ol' || name === 'dl') takeList(tag, state);
  else if (name === 'li' || name === 'dt' || name === 'dd') takeItem(tag, state);
  else if (name === 'summary' || name === 'details') takeFold(tag, state);
  else if (name === 'meta' || name === 'time') takeFact(tag, state);
  else if (BREAKS.has(name) && state.list.levels.length === 0) takeBreak(tag, state);
};

/** `<meta name="…" content="…">`, and a time that says what it is the time of. */
const takeFact = ({ attributes }: Tag, state: State): void => {
  const name = attributes.get('name') ?? attributes.get('property') ?? attributes.get('itemprop') ?? '';
  note(state, name, htmlText(attributes.get('content') ?? attributes.get('datetime') ?? ''));
};

/** The first of several counts. */
const note = ({ head }: State, name: string, value: string): void => {
  if (name !== '' && !head.has(name) && head.size < MOST_FACTS) head.set(name, value);
};

const takeHeading = (tag: Tag, depth: number, state: State): void => {
  endText(state, tag.start);
  state.from = tag.end;
  if (tag.closes) return;
  endList(state);
  const line = lineAt(state, tag.start);
  state.heading = { depth, line, anchor: tag.attributes.get('id') || null };
};

const beginTable = (tag: Tag, state: State): void => {
  endText(state, tag.start);
  state.from = tag.end;
  if (tag.closes) return;
  pushItems(state);
  state.table = openTable(tag, lineAt(state, tag.start));
};

const takeList = (tag: Tag, state: State): void => {
  endText(state, tag.start);
  state.from = tag.end;
  if (!tag.closes) beginLevel(state.list);
  else {
    endLevel(state.list);
    if (state.list.levels.length === 0) endList(state);
  }
};

const takeItem = (tag: Tag, state: State): void => {
  endText(state, tag.start);
  state.from = tag.end;
  if (tag.closes) endItem(state.list);
  else beginItem(state.list, lineAt(state, tag.start), tag.name, state.page);
};

const takeFold = (tag: Tag, state: State): void => {
  endText(state, tag.start);
  state.from = tag.end;
  if (tag.closes && tag.name === 'details') closeFold(state.page);
  else if (tag.name === 'summary' && !tag.closes) state.summary = lineAt(state, tag.start);
};

const takeBreak = (tag: Tag, state: State): void => {
  endText(state, tag.start);
  state.from = tag.end;
  if (tag.name === 'blockquote' || tag.name === 'aside')
    state.notes = Math.max(0, state.notes + (tag.closes ? -1 : 1));
};

/** What stands before `end` goes to what is open. */
const endText = (state: State, end: number): void => {
  const source = state.html.slice(state.from, end);
  const { heading, summary } = state;
  state.heading = null;
  state.summary = null;
  if (heading !== null) {
    addHeading(state.page, {
      kind: 'heading',
      ...heading,
      text: htmlText(source),
      anchor: heading.anchor ?? anchorIn(source),
    });
  } else if (isBlank(source)) state.page.anchor = anchorIn(source) ?? state.page.anchor;
  else if (summary !== null) {
    endList(state);
    openFold(state.page, summary, htmlText(source));
  } else if (!addToItem(state.list, htmlText(source))) {
    const lead = source.length - source.trimStart().length;
    addParagraph(htmlText(source), lineAt(state, state.from + lead + 1), state);
  }
};

const addParagraph = (text: string, line: number, state: State): void =>
  addBlock(state.page, { kind: 'paragraph', line, text, note: state.notes > 0 });

const pushItems = (state: State): void => {
  const list = takeItems(state.list);
  if (list !== null) addBlock(state.page, list);
};

const endList = (state: State): void => {
  pushItems(state);
  state.list = openList();
};
