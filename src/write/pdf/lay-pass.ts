// One pass over the document: group after group of the body's children is built, measured and put onto pages, and
// pages go to the painter as soon as nothing on them can change. A group that speaks of pages still to come keeps its
// own pages back until they are there, and is then set anew in the same place.

import type { Document } from '../../model/document.ts';
import type { DynamicUse } from './boxes/box.ts';
import type { Structure } from './boxes/structure.ts';
import type { Typefaces } from './fonts/typeface.ts';
import type { Knowledge } from './lines/dynamic.ts';
import { type Book, enter, finishBook, isPaintedUpTo, newBook, release } from './pages/book.ts';
import { type Group, type GroupContext, groupsOf, measured } from './pages/groups.ts';
import { isSameOutside, type Laid, layGroup, type Point, startOf } from './pages/lay-group.ts';
import { isFinal, knowledgeOf, type Ledger, newLedger, note, notePlaces, textsOf } from './pages/ledger.ts';
import type { PageSink } from './pages/placed.ts';
import type { Troubles } from './troubles.ts';

export type PassContext = {
  readonly typefaces: Typefaces;
  readonly troubles: Troubles;
  readonly structure: Structure;
  readonly known: Knowledge;
  readonly sink: PageSink;
};
/** `settled`: everything printed about pages is true. Otherwise what was painted is to be thrown away. */
export type Passed = { readonly settled: boolean; readonly ledger: Ledger; readonly book: Book };

/** Times a group is laid to make what it says of its own pages true. */
const MOST_TRIES = 4;

/** A group on its pages, and those of its structures that are still open. */
type Standing = { readonly group: Group; readonly laid: Laid };
/** A group that waits, and a use that is known to keep it waiting. */
type Waiting = { readonly standing: Standing; readonly blocker: DynamicUse | null };
type Pass = {
  readonly context: GroupContext;
  readonly ledger: Ledger;
  readonly book: Book;
  waiting: Waiting[];
  open: Standing[];
  settled: boolean;
};

export function layPass(document: Document, context: PassContext): Passed {
  const ledger = newLedger(context.known);
  const known = () => knowledgeOf(ledger);
  const pass: Pass = {
    context: { ...context, rules: document.pages, language: document.language, known },
    ledger,
    book: newBook(context.sink),
    waiting: [],
    open: [],
    settled: true,
  };
  let last: Standing | null = null;
  for (const group of groupsOf(document.body, pass.context))
    last = place(pass, group, last?.laid.end ?? startOf(group.frame));
  if (last !== null) finish(pass, last);
  return { settled: pass.settled, ledger, book: pass.book };
}

function place(pass: Pass, group: Group, from: Point): Standing {
  const standing = layHere(pass, group, from);
  const { laid } = standing;
  note(pass.ledger, laid);
  const said = isTrue(standing.group, knowledgeOf(pass.ledger));
  const blocker = blockerOf(pass, standing, laid.end.cursor.page);
  const waits = !said || blocker !== null;
  enter(pass.book, laid, waits, group.frame);
  pass.open.push(standing);
  if (waits) pass.waiting.push({ standing, blocker });
  settleWaiting(pass, laid.end.cursor.page);
  return standing;
}

/** Lays a group so that what it says of pages known by then is true. Nothing stands after it yet, so it may end anywhere. */
function layHere(pass: Pass, first: Group, from: Point): Standing {
  let group = first;
  let laid = lay(pass, group, from);
  for (let tries = 1; tries < MOST_TRIES && saysPages(group); tries += 1) {
    const known = knowledgeOf(pass.ledger, laid);
    if (isTrue(group, known)) break;
    group = remeasured(pass, group, known);
    laid = lay(pass, group, from);
  }
  return { group, laid };
}

const lay = (pass: Pass, group: Group, from: Point): Laid =>
  layGroup(
    group.members.map((member) => member.flow),
    from,
    group.frame,
    pass.context.rules,
  );

const remeasured = (pass: Pass, group: Group, known: Knowledge): Group => ({
  ...group,
  members: group.members.map(({ part }) => measured(part, group.frame, pass.context, known)),
});

const saysPages = (group: Group): boolean => group.members.some(({ texts }) => texts.length > 0);

const isTrue = (group: Group, known: Knowledge): boolean =>
  group.members.every(({ part, texts }) =>
    textsOf(part.uses, known).every((text, index) => text === texts[index]),
  );

/** Something the group says of pages that is not known for good when the pages before index `page` are full. */
function blockerOf(pass: Pass, { group }: Standing, page: number): DynamicUse | null {
  for (const { part } of group.members)
    for (const use of part.uses) if (!isFinal(use, pass.ledger, page + 1)) return use;
  return null;
}

function settleWaiting(pass: Pass, page: number): void {
  const waiting: Waiting[] = [];
  for (const { standing, blocker: last } of pass.waiting) {
    const blocked = last !== null && !isFinal(last, pass.ledger, page + 1);
    const blocker = blocked ? last : blockerOf(pass, standing, page);
    if (blocker === null) settle(pass, standing);
    else waiting.push({ standing, blocker });
  }
  pass.waiting = waiting;
  closeDone(pass);
}

/** Sets a group that waited with what is known now. Others stand around it: if it no longer fits its place, the pass has failed. */
function settle(pass: Pass, entered: Standing): void {
  let { group, laid } = entered;
  for (let tries = 1; tries < MOST_TRIES && pass.settled; tries += 1) {
    const known = knowledgeOf(pass.ledger);
    if (isTrue(group, known)) break;
    group = remeasured(pass, group, known);
    laid = lay(pass, group, entered.laid.from);
    pass.settled = isSameOutside(entered.laid, laid);
    if (pass.settled) notePlaces(pass.ledger, laid);
  }
  pass.settled &&= isTrue(group, knowledgeOf(pass.ledger));
  release(pass.book, entered.laid, pass.settled ? laid : entered.laid, group.frame);
}

function finish(pass: Pass, last: Standing): void {
  pass.ledger.pages = pass.book.entries.length;
  finishBook(pass.book, last.laid, last.group.frame);
  settleWaiting(pass, pass.book.entries.length);
}

/** Structures whose pages are all painted are the painter's alone from now on. */
function closeDone(pass: Pass): void {
  const { book } = pass;
  const isOver = ({ laid }: Standing) => isPaintedUpTo(book, laid.first, laid.end.cursor.page);
  const over = pass.open.filter(isOver);
  if (over.length === 0) return;
  pass.open = pass.open.filter((standing) => !over.includes(standing));
  for (const { group } of over)
    for (const structure of group.members.flatMap(({ part }) => part.ends))
      book.sink.closeStructure(structure);
}
