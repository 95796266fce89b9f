// What of the tables' script can be tried without a browser.

export type Key = { readonly rank: number; readonly value: number | string };
export type Order = { readonly column: number; readonly direction: 1 | -1 };
export type RowTexts = { readonly texts: readonly string[]; readonly folds: readonly string[] };
export type Choice = { readonly column: number; readonly words: string | null };

export const squeezed: (text: string) => string;
export const folded: (text: string) => string;
export const keyOf: (datum: string | null, day: string | null, text: string) => Key;
export const compare: (a: Key, b: Key, direction: 1 | -1) => number;
export const nextOrder: (order: Order | null, column: number) => Order | null;
export const isWanted: (row: RowTexts, search: string, chosen: readonly Choice[]) => boolean;
export const countText: (label: string, shown: number, all: number) => string;
