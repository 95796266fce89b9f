// Whose the columns of a table are where a header does not say it by itself, but by what stands beside it: a name beside the customer, a
// word like `module` or `operator` beside the other party, a cloud provider beside a company.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import { isBeside, isKind } from './aside-columns.ts';
import { companyNamed } from './companies.ts';
import { type Naming, namingIn } from './naming.ts';

/** `two`: both parties. `named`: a name that nobody knows, and what it has. */
export type Kind = 'title' | 'aside' | 'provider' | 'customer' | 'third-party' | 'shared' | 'two' | 'named';
export type Head = { readonly kind: Kind; readonly text: string; readonly naming: Naming };

export const headOf = (text: string, names: Names): Head => {
  const naming = namingIn(text, names);
  return { kind: kindOf(text, naming), text, naming };
};

const kindOf = (text: string, naming: Naming): Kind => {
  const { customer, provider, third, shared, others, role } = naming;
  if (isBeside(text) || TELLS.test(text)) return 'aside';
  // `Shared?` asks, and its cells say yes or no.
  if (shared && !customer && !provider && text.endsWith('?')) return 'aside';
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
const DOES = 'manages|helps|does|owns|provides|handles|covers|operates|maintains|configures';
const HELD = `responsibilit(?:y|ies)|roles?|duties|obligations|${DOES}`;
const HAS = new RegExp(`^.{1,80}\\s(?:${HELD})$`, 'i');
const HELD_BY = /^(?:managed by|(?:responsibilit(?:y|ies)|obligations|duties|roles?) of) (?:the )?/i;
/** Whoever does something may have a name in small letters. */
const SMALL = new RegExp(`^\\p{Ll}[\\p{L}\\p{N}.-]{2,30} (?:${DOES})$`, 'u');
const isNamed = (text: string): boolean =>
  (HAS.test(text) && /^(?:\p{Lu}|\{\{)/u.test(text)) ||
  SMALL.test(text) ||
  /^(?:\p{Lu}|\{\{)/u.test(text.split(HELD_BY)[1] ?? '');

/** Words that are no name, though they may stand before `responsibilities`. */
const GENERIC = new Set(
  'access account action activity additional application area aspect backup basis benefit billing both business category change component compliance compute control cost data default description detailed disaster division domain effect environment example feature frequency function general governance iam identity impact incident infrastructure item job key layer level main matrix measure minimum mitigation model monitoring name network new next notes of old operational operations option other overview owner permission permissions phase practice premium price process purpose question reason recommendation required requirement resource responsibilities responsibility result risk role roles scenario scope security setting shared specific split standard start state status step storage summary support table task tasks these threat tier topic type typical understanding value when who why'.split(
    ' ',
  ),
);

/** What a provider gives, in place of its name. */
const GIVEN =
  /\b(?:module|service|platform|framework|library|software|product|system|vendor|supplier|host)s?(?:['’]s?)?(?:\s|$)/i;
/** Who uses it, in place of a customer. */
const USES =
  /^(?:(?:what|how) )?(?:the |an? )?(?:caller|operator|deployer|integrator|adopter|application team|application owner|app team|workload team|workload owner)s?(?:['’]s?)?(?=\s|$)/i;

/** What is done is the same in any words, and so is what one is responsible for. */
const sortOf = ({ role }: Naming): string | null =>
  role !== null &&
  /^(?:help|manage|own|do$|does|handle|perform|provid|operat|maintain|cover|configur)/.test(role)
    ? 'does'
    : role;

/** A column is a party’s where another is the other party’s in the same words, and none is that party’s already. */
export const withCounterpart = (heads: readonly Head[]): readonly Kind[] => {
  const kinds = heads.map(({ kind }) => kind);
  if (kinds.includes('two')) return unnamed(kinds);
  const user = userIn(heads);
  const customers = heads.flatMap(({ kind, naming }, index) =>
    kind === 'customer' || index === user ? [naming] : [],
  );
  const provider = providerIn(heads, customers);
  if (user !== null && provider === null && !kinds.includes('provider')) return unnamed(kinds);
  const isPair = customers.length > 0 && (provider !== null || kinds.includes('provider'));
  const isApart =
    isPair &&
    heads.some(({ kind, naming }, at) => at === provider || (kind === 'provider' && naming.by === 'name'));
  return heads.map(({ kind, naming }, index) => {
    if (index === provider) return 'provider';
    if (index === user) return 'customer';
    if (isApart && kind === 'provider' && naming.by === 'cloud') return 'third-party';
    if (kind !== 'named') return kind;
    // Where both parties have a column, whoever else has one in the same words is neither.
    return kinds.includes('provider') && isPair && index > 0 && !isGeneric(naming) ? 'third-party' : 'title';
  });
};

const unnamed = (kinds: readonly Kind[]): readonly Kind[] =>
  kinds.map((kind) => (kind === 'named' ? 'title' : kind));

const isGeneric = ({ others }: Naming): boolean => others.some((word) => GENERIC.has(word));

/** The one column of whoever uses what the provider gives; null beside a customer. */
const userIn = (heads: readonly Head[]): number | null => {
  if (heads.some(({ kind }) => kind === 'customer')) return null;
  const users = heads.flatMap(({ text, kind, naming }, index) =>
    index > 0 && (kind === 'title' || kind === 'named') && USES.test(text) && isShort(text, naming)
      ? [index]
      : [],
  );
  return users.length === 1 ? (users[0] ?? null) : null;
};

/** Nothing but whom it names and what that one has. */
const isShort = (text: string, { others }: Naming): boolean =>
  others.length <= 2 && text.split(' ').length <= others.length + 4;

/** The column of somebody unknown beside the customer’s. Beside a name, a cloud provider is somebody else. */
const providerIn = (heads: readonly Head[], customers: readonly Naming[]): number | null => {
  if (customers.length === 0) return null;
  if (heads.some(({ kind, naming }) => kind === 'provider' && naming.by !== 'cloud')) return null;
  const isLike = (one: Naming): boolean => customers.some((naming) => sortOf(naming) === sortOf(one));
  const isFree = ({ text, kind }: Head): boolean => kind === 'named' && !USES.test(text);
  const named = heads.flatMap((head, index) =>
    isFree(head) && !isGeneric(head.naming) && !GIVEN.test(head.text) ? [index] : [],
  );
  if (named.length > 0) {
    const [only, ...more] = named;
    const head = heads[only ?? -1];
    return only !== undefined && more.length === 0 && head !== undefined && isLike(head.naming) ? only : null;
  }
  if (heads.some(({ kind }) => kind === 'provider')) return null;
  const given = heads.flatMap((head, index) =>
    index > 0 && ['title', 'named', 'third-party'].includes(head.kind) && isGiven(head) && isLike(head.naming)
      ? [index]
      : [],
  );
  return given.length === 1 ? (given[0] ?? null) : null;
};

const TEAM = /\bteams?\b/i;
const isGiven = ({ text, naming }: Head): boolean =>
  GIVEN.test(text) &&
  !TEAM.test(text) &&
  naming.companies.length === 0 &&
  naming.others.length <= 1 &&
  isShort(text, naming);

const headsOf = (header: readonly string[], names: Names): readonly Head[] =>
  header.map((text) => headOf(plainText(text), names));

/** What the header of a table says of the provider beside the customer: its name; true where it gives none; null where it says nothing. */
export const counterpartIn = (header: readonly string[], names: Names): string | true | null => {
  const heads = headsOf(header, names);
  const kinds = withCounterpart(heads);
  if (!kinds.includes('customer')) return null;
  const index = heads.findIndex(({ kind }, at) => kind !== 'provider' && kinds[at] === 'provider');
  const text = heads[index]?.text ?? '';
  if (index >= 0)
    return nameIn(text) ?? (SMALL.test(text) && !GIVEN.test(text) ? (text.split(' ')[0] ?? true) : true);
  return companyIn(heads) ?? (kinds.includes('provider') ? true : null);
};

/** The one company of a header that names nobody else beside the customer but a cloud provider. */
const companyIn = (heads: readonly Head[]): string | null => {
  if (heads.some(({ kind, naming }) => kind === 'provider' && naming.by !== 'cloud')) return null;
  const companies = heads.filter(({ kind, naming }) => kind === 'third-party' && naming.companies.length > 0);
  const [only, ...more] = companies;
  return only === undefined || more.length > 0 || only.naming.companies.length > 1
    ? null
    : (only.naming.companies[0] ?? null);
};

/** A name alone, `Task | Acme | You`. `isSure` where the customer’s header is as bare as it is. */
export type Bare = { readonly name: string; readonly isSure: boolean };
export const bareIn = (header: readonly string[], names: Names): Bare | null => {
  const heads = headsOf(header, names);
  const customers = heads.filter(({ kind }) => kind === 'customer');
  const [customer] = customers;
  const texts = heads.filter(({ kind, text }, index) => kind === 'title' && (index === 0 || !isKind(text)));
  const [title, bare] = texts;
  const isRow = heads.every(({ kind }) => ['title', 'aside', 'customer'].includes(kind));
  if (!isRow || customer === undefined || customers.length > 1) return null;
  if (title === undefined || bare === undefined || texts.length > 2 || title !== heads[0]) return null;
  const { text } = bare;
  if (nameIn(text) !== text || text.length > LONGEST || TEAM.test(text)) return null;
  return { name: text, isSure: customer.naming.role === null || companyNamed(text) !== null };
};

const LONGEST = 40;

const ENDS = new RegExp(`(?:['’]s?)?\\s+(?:${HELD})$`, 'i');

/** The name without what it has; null for a word that stands for a name. */
export const nameIn = (text: string): string | null => {
  const name = text
    .replace(HELD_BY, '')
    .replace(/^(?:how|what|the)\s+/i, '')
    .replace(ENDS, '')
    .trim();
  const words = name.toLowerCase().split(/[\s/-]+/);
  const isName =
    /^\p{Lu}/u.test(name) && name.split(/\s+/).length <= 3 && !words.some((word) => GENERIC.has(word));
  return isName && !STANDS_FOR_NAME.test(name) ? name : null;
};

const STANDS_FOR_NAME =
  /\b(?:service|platform|cloud|system|product|module|framework|library|software|shared|your|our|we|you|customer|client|user|tenant|party|partie|team|who|it|this|that|these|admin|administrator|developer|operator|caller|engineer|owner|member|manager|provider|vendor|supplier)s?$/i;
