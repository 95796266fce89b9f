// What is known of pages while they are laid: where every id stands, on which page each use of a page number or
// running string is, and the strings of each page. What this pass does not know yet is taken from the one before.

import type { DynamicUse } from '../boxes/box.ts';
import { dynamicText, type Knowledge } from '../lines/dynamic.ts';
import type { Laid } from './lay-group.ts';
import { NO_STRINGS, type StringState, type StringValues, stringsAfter } from './running-strings.ts';

export type Ledger = {
  readonly before: Knowledge;
  readonly targets: Map<string, number>;
  readonly uses: Map<number, number>;
  readonly strings: Map<number, StringValues>;
  state: StringState;
  /** 0 until the last page is there. */
  pages: number;
};

export const newLedger = (before: Knowledge): Ledger => ({
  before,
  targets: new Map(),
  uses: new Map(),
  strings: new Map(),
  state: NO_STRINGS,
  pages: 0,
});

type Places = Pick<Ledger, 'targets' | 'uses' | 'strings'>;

/** Notes a group that stays where it is laid. */
export function note(ledger: Ledger, laid: Laid): void {
  const { state, values } = stringsAfter(ledger.state, laid);
  notePlaces(ledger, laid);
  for (const [page, shown] of values) ledger.strings.set(page, shown);
  ledger.state = state;
}

/** The first place of an id counts. */
export function notePlaces({ targets, uses }: Omit<Places, 'strings'>, laid: Laid): void {
  for (const [at, sheet] of laid.sheets.entries()) {
    const page = laid.first + at + 1;
    for (const { anchor } of sheet.anchors) {
      if (anchor.id !== null && !targets.has(anchor.id)) targets.set(anchor.id, page);
      if (anchor.use !== null) uses.set(anchor.use.number, page);
    }
  }
}

/** What text may be set with now, or would be if `laid` were noted. */
export function knowledgeOf(ledger: Ledger, laid: Laid | null = null): Knowledge {
  const { before } = ledger;
  const more: Omit<Places, 'strings'> = { targets: new Map(), uses: new Map() };
  if (laid !== null) notePlaces(more, laid);
  return {
    pages: ledger.pages === 0 ? before.pages : ledger.pages,
    targets: { get: (id) => ledger.targets.get(id) ?? more.targets.get(id) ?? before.targets.get(id) },
    uses: { get: (use) => more.uses.get(use) ?? ledger.uses.get(use) ?? before.uses.get(use) },
    strings: stringsOf(ledger, laid),
    reserve: before.reserve,
  };
}

/** On the page that is being filled, a string not yet set may still be: the pass before tells better than the page before. */
function stringsOf(ledger: Ledger, laid: Laid | null): Knowledge['strings'] {
  const { before } = ledger;
  const after =
    laid === null ? { state: ledger.state, values: ledger.strings } : stringsAfter(ledger.state, laid);
  const valuesOn = (page: number) => after.values.get(page) ?? ledger.strings.get(page);
  const open = ledger.pages === 0 ? after.state : NO_STRINGS;
  const guessed = (name: string): string | undefined =>
    (open.set.has(name) ? undefined : before.strings.get(open.page)?.get(name)) ?? open.shown.get(name);
  return {
    get: (page) => (page === open.page ? { get: guessed } : (valuesOn(page) ?? before.strings.get(page))),
  };
}

/** What the next pass may take for known. */
export const learned = ({ pages, targets, uses, strings, before }: Ledger): Knowledge => ({
  pages,
  targets,
  uses,
  strings,
  reserve: before.reserve,
});

/** What these uses say by this knowledge. */
export const textsOf = (uses: readonly DynamicUse[], known: Knowledge): readonly string[] =>
  uses.map(({ part, number }) => dynamicText(part, known.uses.get(number) ?? null, known));

/** Whether what the use says can no longer change; `page` is the one (from 1) that is being filled. */
export function isFinal({ part, number }: DynamicUse, ledger: Ledger, page: number): boolean {
  if (ledger.pages > 0) return true;
  if (part.kind === 'target-page') return ledger.targets.has(part.id);
  if (part.kind === 'string') return (ledger.uses.get(number) ?? page) < page;
  return part.kind !== 'counter' || part.counter === 'page';
}
