// Nested HTML lists while they are read, as one list of items with their depth. An item ends where the next one of its list begins, closed or not.
import { type Growing, spend } from '../growing.ts';
import type { List, ListItem } from '../page.ts';

type OpenItem = { readonly line: number; readonly indent: number; text: string; readonly isTerm: boolean };
export type OpenList = {
  /** For each open list, outermost first, its item that is open. */
  readonly levels: (OpenItem | null)[];
  items: OpenItem[];
};

export const openList = (): OpenList => ({ levels: [], items: [] });

export const beginLevel = (list: OpenList): void => {
  list.levels.push(null);
};

export const endLevel = (list: OpenList): void => {
  list.levels.pop();
};

export const beginItem = (list: OpenList, line: number, name: string, page: Growing): void => {
  if (list.levels.length === 0) list.levels.push(null);
  if (!spend(page, 1, line)) return;
  const item = {
    line,
    indent: (list.levels.length - 1) * 2 + (name === 'dd' ? 2 : 0),
    text: '',
    isTerm: name === 'dt',
  };
  list.levels[list.levels.length - 1] = item;
  list.items.push(item);
};

export const endItem = (list: OpenList): void => {
  if (list.levels.length > 0) list.levels[list.levels.length - 1] = null;
};

/** Text within the list: it belongs to the innermost open item, else to the last one; false when there is none. */
export const addToItem = (list: OpenList, text: string): boolean => {
  const item = list.levels.at(-1) ?? list.levels.at(-2) ?? list.items.at(-1);
  if (item === undefined || item === null) return false;
  item.text += `${item.text === '' ? '' : ' '}${text}`;
  return true;
};

/** The items so far as a block, the term of a definition in bold as browsers set it off; null without any that says something. */
export const takeItems = (list: OpenList): List | null => {
  const filled = list.items.filter(({ text }) => text !== '');
  const items: readonly ListItem[] = filled.map(({ line, indent, text, isTerm }, index) => {
    const heads = isTerm && (filled[index + 1]?.indent ?? 0) > indent && !/[*_]{2}|<(?:b|strong)>/.test(text);
    return { line, indent, text: heads ? `**${text}**` : text };
  });
  list.items = [];
  const [first] = items;
  return first === undefined ? null : { kind: 'list', line: first.line, items };
};
