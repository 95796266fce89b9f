// Named strings page by page. CSS Generated Content for Paged Media, 1.1.2: the first value set on the page, else
// the last one before it.

import type { Laid } from './lay-group.ts';

export type StringValues = ReadonlyMap<string, string>;

/** Where the pages laid so far leave the strings. */
export type StringState = {
  /** Page (from 1) that is not finished yet. */
  readonly page: number;
  /** Values at its beginning, with those first set on it. */
  readonly shown: StringValues;
  readonly set: ReadonlySet<string>;
  /** Values at the end of what is laid. */
  readonly running: StringValues;
};

export const NO_STRINGS: StringState = { page: 0, shown: new Map(), set: new Set(), running: new Map() };

/** The state after a further group, and the values on each page (from 1) that it came to. */
export function stringsAfter(
  state: StringState,
  laid: Laid,
): { readonly state: StringState; readonly values: ReadonlyMap<number, StringValues> } {
  const values = new Map<number, StringValues>();
  let now = state;
  for (const [at, sheet] of laid.sheets.entries()) {
    const page = laid.first + at + 1;
    if (page !== now.page) now = { page, shown: now.running, set: new Set(), running: now.running };
    for (const { anchor } of sheet.anchors)
      for (const { name, value } of anchor.strings) now = withString(now, name, value);
    values.set(page, now.shown);
  }
  return { state: now, values };
}

function withString(state: StringState, name: string, value: string): StringState {
  const running = new Map(state.running).set(name, value);
  if (state.set.has(name)) return { ...state, running };
  const shown = new Map(state.shown).set(name, value);
  return { ...state, running, shown, set: new Set(state.set).add(name) };
}
