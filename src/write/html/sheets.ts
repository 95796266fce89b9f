// The body cut into sheets: a new one wherever the paper must begin anew. On screen each is a sheet of paper of its own.

import type { DocumentNode } from '../../model/document.ts';
import type { Paper } from './paper.ts';

export type Sheets = {
  /** Before a child of the body is written: closes the sheet it cannot stand on and opens another. */
  readonly begin: (child: DocumentNode) => void;
  /** The element just met sets a running string. */
  readonly set: (name: string, value: string) => void;
  /** The class of an element that asks for other pages than its sheet has; null for none. */
  readonly pageClass: (page: string) => string | null;
  readonly end: () => void;
};

type State = {
  page: string;
  /** Where in `parts` the sheet's own tag will stand; -1 while none is open. */
  at: number;
  breakAfter: boolean;
  /** The first value that each string is given on the sheet, and the last one up to here. */
  first: Map<string, string>;
  last: Map<string, string>;
  entry: Map<string, string>;
};

/** `own` is the page that the body itself asks for. */
export const makeSheets = (parts: string[], paper: Paper, own: string): Sheets => {
  const state: State = {
    page: '',
    at: -1,
    breakAfter: false,
    first: new Map(),
    last: new Map(),
    entry: new Map(),
  };
  // CSS Generated Content for Paged Media, 1.1.2: the first value set on the page, else the last one before it.
  const strings = (): ReadonlyMap<string, string> => new Map([...state.entry, ...state.first]);
  const end = (): void => {
    if (state.at === -1) return;
    // Only now is it known what its running strings say.
    parts[state.at] = `<div class="sheet ${paper.of(state.page, strings())}">`;
    parts.push('</div>\n');
    state.at = -1;
    state.entry = new Map(state.last);
    state.first = new Map();
  };
  const open = (page: string): void => {
    end();
    state.page = page;
    state.at = parts.push('') - 1;
  };
  return {
    begin: (child) => {
      if (isBlank(child)) return;
      const { page, before, after } = breaksOf(child, own === 'auto' ? '' : own);
      if (state.at === -1 || page !== state.page || before || state.breakAfter) open(page);
      state.breakAfter = after;
    },
    set: (name, value) => {
      if (!state.first.has(name)) state.first.set(name, value);
      state.last.set(name, value);
    },
    pageClass: (page) => (page === 'auto' || page === state.page ? null : paper.of(page, strings())),
    end,
  };
};

type Breaks = { readonly page: string; readonly before: boolean; readonly after: boolean };

/** The white space of the template between sections begins no paper. */
const isBlank = (child: DocumentNode): boolean => child.kind === 'text' && child.text.trim() === '';

const breaksOf = (child: DocumentNode, own: string): Breaks => {
  if (child.kind === 'text') return { page: own, before: false, after: false };
  const { page, breakBefore, breakAfter } = child.style;
  return { page: page === 'auto' ? own : page, before: breakBefore === 'page', after: breakAfter === 'page' };
};
