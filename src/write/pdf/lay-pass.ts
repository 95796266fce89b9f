// One pass over the document: group after group of the body's children is built, measured and put onto pages, and
// pages go to the painter as soon as nothing on them can change. A group that speaks of pages still to come keeps its
// own pages back until they are there, and is then set anew in the same place.

import type { Document } from '../../model/document.ts';
import type { DynamicUse } from './boxes/box.ts';
import type { Structure } from './boxes/structure.ts';
import type { Typefaces } from './fonts/typeface.ts';
import type { Knowledge } from './lines/dynamic.ts';
import type { BodyFrame } from './pages/body.ts';
import { type Book, enter, finishBook, isPaintedUpTo, newBook, release } from './pages/book.ts';
import { eachGroup, type Group, type GroupContext, measured } from './pages/groups.ts';
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

/** A group on its pages. */
type Standing = { readonly group: Group; readonly laid: Laid };
/** Structures that are complete when the pages from `first` to `last` are painted. */
type Open = { readonly ends: readonly Structure[]; readonly first: number; readonly last: number };
/** Where the last group ends. */
type Last = { readonly end: Laid['end']; readonly frame: BodyFrame };
/** A group that waits, and a use that is known to keep it waiting. */
type Waiting = { readonly standing: Standing; readonly blocker: DynamicUse | null };
type Pass = {
  readonly context: GroupContext;
  readonly ledger: Ledger;
  readonly book: Book;
  waiting: Waiting[];
  open: Open[];
  last: Last | null;
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
    last: null,
    settled: true,
  };
  eachGroup(document.body, pass.context, (group) => {
    const end = place(pass, group, pass.last?.end ?? startOf(group.frame));
    pass.last = { end, frame: group.frame };
  });
  if (pass.last !== null) finish(pass, pass.last);
  return { settled: pass.settled, ledger, book: pass.book };
}

/** Gives back where the group ends. */
function place(pass: Pass, group: Group, from: Point): Laid['end'] {
  const standing = layHere(pass, group, from);
  const { laid } = standing;
  note(pass.ledger, laid);
  const said = isTrue(standing.group, knowledgeOf(pass.ledger));
  const blocker = blockerOf(pass, standing, laid.end.cursor.page);
  const waits = !said || blocker !== null;
  enter(pass.book, laid, waits, group.frame);
  pass.open.push(openOf(standing));
  if (waits) pass.waiting.push({ standing, blocker });
  settleWaiting(pass, laid.end.cursor.page);
  return laid.end;
}

const openOf = ({ group, laid }: Standing): Open => ({
  ends: group.members.flatMap(({ part }) => part.ends),
  first: laid.first,
  last: laid.end.cursor.page,
});

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

function finish(pass: Pass, { end, frame }: Last): void {
  pass.ledger.pages = pass.book.entries.length;
  finishBook(pass.book, end, frame);
  settleWaiting(pass, pass.book.entries.length);
}

/** Structures whose pages are all painted are the painter's alone from now on. */
function closeDone(pass: Pass): void {
  const { book } = pass;
  const open: Open[] = [];
  for (const one of pass.open) {
    if (isPaintedUpTo(book, one.first, one.last))
      for (const ended of one.ends) book.sink.closeStructure(ended);
    else open.push(one);
  }
  pass.open = open;
}
