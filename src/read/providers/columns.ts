// What each column of a table holds, told from the words of its header and never from its position.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { plainText } from '../page/markup.ts';
import { isBeside, isNumber } from './aside-columns.ts';
import { type Naming, namingIn } from './naming.ts';

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

type Kind = ColumnRole | 'two' | 'named';
type Head = { readonly kind: Kind; readonly text: string; readonly naming: Naming };

const headOf = (text: string, names: Names): Head => {
  const naming = namingIn(text, names);
  return { kind: kindOf(text, naming), text, naming };
};

const kindOf = (text: string, naming: Naming): Kind => {
  const { customer, provider, third, shared, others, role } = naming;
  if (isBeside(text) || TELLS.test(text)) return 'aside';
  const isOnlyThat = others.length === 0 || role !== null;
  if (customer && provider) return isOnlyThat ? 'two' : 'title';
  if (isOnlyThat && customer) return third ? 'two' : 'customer';
  if (isOnlyThat && provider) return third && /\band\b|[&/,+]/.test(text) ? 'two' : 'provider';
  if (isOnlyThat && third) return 'third-party';
  if (isOnlyThat && shared && others.length === 0) return 'shared';
  return role !== null && others.length > 0 && isNamed(text) ? 'named' : 'title';
};

const TELLS = /^(?:descriptions?|details?|examples?|explanation)$/i;

/** A name, and then what it has: `Lantern role`, `Lantern’s responsibilities`, `How Lantern helps`, `Managed by Lantern`. */
const HAS = /^.{1,80}\s(?:responsibilit(?:y|ies)|roles?|duties|obligations|manages|helps|does)$/i;
const HELD_BY = /^(?:managed by|(?:responsibilit(?:y|ies)|obligations|duties|roles?) of) (?:the )?/i;
const isNamed = (text: string): boolean =>
  (HAS.test(text) && /^(?:\p{Lu}|\{\{)/u.test(text)) ||
  /^(?:\p{Lu}|\{\{)/u.test(text.split(HELD_BY)[1] ?? '');

/** Words that are no name, though they may stand before `responsibilities`. */
const GENERIC = new Set(
  'access account additional application area backup billing category change component compliance compute cost data description detailed disaster domain example feature function general governance iam identity incident infrastructure item job key layer level main matrix minimum monitoring name network operational operations other overview permission permissions phase required resource security specific step storage summary support table these type typical understanding'.split(
    ' ',
  ),
);

/** Such a column is the provider’s where another is the customer’s in the same words, and none is the provider’s already. */
const withCounterpart = (heads: readonly Head[]): readonly Kind[] => {
  const kinds = heads.map(({ kind }) => kind);
  const customers = heads.filter(({ kind }) => kind === 'customer');
  const named = heads.filter(
    ({ kind, naming }) => kind === 'named' && !naming.others.some((word) => GENERIC.has(word)),
  );
  const fits =
    named.length === 1 &&
    !kinds.includes('provider') &&
    !kinds.includes('two') &&
    customers.some(({ naming }) => naming.role === named[0]?.naming.role);
  const isPair = kinds.includes('provider') && kinds.includes('customer');
  return heads.map(({ kind }, index) => {
    if (kind !== 'named') return kind;
    if (fits && heads[index] === named[0]) return 'provider';
    // Where both parties have a column, whoever else has one in the same words is neither.
    const isThird = isPair && index > 0 && named.some((one) => one === heads[index]);
    return isThird ? 'third-party' : 'title';
  });
};

/** The provider’s name as such a header gives it; null without one. */
export const counterpartIn = (header: readonly string[], names: Names): string | null => {
  const heads = header.map((text) => headOf(plainText(text), names));
  const kinds = withCounterpart(heads);
  const index = heads.findIndex(({ kind }, at) => kind === 'named' && kinds[at] === 'provider');
  return index < 0 ? null : nameIn(heads[index]?.text ?? '');
};

/** The name without what it has; null for a word that stands for a name. */
export const nameIn = (text: string): string | null => {
  const name = text
    .replace(HELD_BY, '')
    .replace(/^(?:how|what|the)\s+/i, '')
    .replace(/(?:['’]s?)?\s+(?:responsibilit(?:y|ies)|roles?|duties|obligations|manages|helps|does)$/i, '')
    .trim();
  const words = name.toLowerCase().split(/\s+/);
  const isName = /^\p{Lu}/u.test(name) && words.length <= 3 && !words.some((word) => GENERIC.has(word));
  return isName && !STANDS_FOR_NAME.test(name) ? name : null;
};

const STANDS_FOR_NAME =
  /\b(?:service|platform|cloud|system|product|shared|your|our|we|you|customer|client|user|tenant|party|partie|team|who|it|this|that|these|admin|administrator|developer|operator|engineer|owner|member|manager)s?$/i;

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
