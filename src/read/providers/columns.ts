// What each column of a table holds, told from the words of its header and never from its position.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { plainText } from '../page/markup.ts';
import { isNumber } from './aside-columns.ts';
import { type Head, headOf, type Kind, withCounterpart } from './counterpart.ts';

/** `title`: what the row is about. `shared`: duties of both. `aside`: notes, numbers, links. */
export type ColumnRole = 'title' | 'aside' | Party | 'third-party' | 'shared';
/** `unclear`: the header speaks of responsibilities, and it cannot be told whose. Null: it does not speak of them. */
export type Columns = readonly ColumnRole[] | 'unclear' | null;

export const columnsOf = (header: readonly string[], names: Names): Columns => {
  const heads = header.map((text) => headOf(plainText(text), names));
  const kinds = withCounterpart(heads);
  const has = (kind: Kind): boolean => kinds.includes(kind);
  const isOfParty = has('provider') || has('customer');
  if (has('two')) return isOfParty || heads.some(isPlainlyAbout) ? 'unclear' : null;
  if (!isOfParty) return null;
  const isPair = has('provider') && has('customer');
  if (!isPair && !has('third-party') && !has('shared') && !heads.some(isPlainlyAbout)) return null;
  if (isPair && !has('title') && !has('aside') && kinds.length > 2) return 'unclear';
  return withTitle(heads, kinds);
};

/** Words that leave no doubt what a column is about, even with nothing beside it. */
const isPlainlyAbout = ({ naming, kind }: Head): boolean =>
  kind !== 'title' && /^(?:respons|accountab|dut|obligation)/.test(naming.role ?? '');

/**
 * What the row is about stands before what is said of it: behind the parties, a column that is not the only one is set aside. Without any column for it, what the row is about stands in the first that is set aside.
 */
const withTitle = (heads: readonly Head[], kinds: readonly Kind[]): readonly ColumnRole[] => {
  const titles = kinds.flatMap((kind, index) => (isTitle(kind) ? [index] : []));
  const [first] = titles;
  const last = kinds.findLastIndex((kind) => kind === 'provider' || kind === 'customer');
  const isBehind = (index: number): boolean => first !== undefined && first < last && index > last;
  const asides = kinds.flatMap((kind, index) => (kind === 'aside' ? [index] : []));
  const instead = asides.find((index) => !isNumber(heads[index]?.text ?? '')) ?? asides[0];
  return kinds.map((kind, index) => {
    if (isTitle(kind)) return isBehind(index) ? 'aside' : 'title';
    return kind === 'aside' && first === undefined && index === instead ? 'title' : kind;
  });
};

const isTitle = (kind: Kind): kind is 'title' | 'two' | 'named' =>
  kind === 'title' || kind === 'two' || kind === 'named';
