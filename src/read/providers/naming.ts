// Who is named in a few words: a header, a label, a cell that says whose something is.
import type { Names } from '../../model/names.ts';
import { readable } from '../duty-text.ts';
import { COMPANY_BY_KEY, companyNamed, wordsOf } from './companies.ts';

export type Naming = {
  readonly customer: boolean;
  readonly provider: boolean;
  /** What makes the provider named, the surest of it; null where it is not. */
  readonly by: 'name' | 'word' | 'cloud' | 'we' | null;
  readonly third: boolean;
  /** The words say that it is both parties', and name neither. */
  readonly shared: boolean;
  /** Words that neither name a party nor speak of responsibility. */
  readonly others: readonly string[];
  /** What makes the words speak of responsibility, as `respons` or `role`; null where they do not. */
  readonly role: string | null;
  /** Companies named that are not the provider, as `companies.ts` lists them. */
  readonly companies: readonly string[];
};

/** Longer texts are no labels. */
const MOST = 200;

/** Headers and owners are the same few words again and again: what they name is kept, of so many texts at most. */
const KEPT = 2000;
const NAMINGS = new WeakMap<Names, Map<string, Naming>>();

/**
 * The names of a page. `isCloudApart` is set where a company and a cloud provider stand beside each other, so that the latter is neither
 * of the two parties.
 */
export type NamesOfPage = Names & { readonly isCloudApart?: boolean };

export const namingIn = (keyed: string, names: NamesOfPage): Naming => {
  if (keyed.length > MOST) return { ...NOBODY, others: [keyed] };
  const kept = NAMINGS.get(names) ?? new Map<string, Naming>();
  const known = kept.get(keyed);
  if (known !== undefined) return known;
  const naming = namingOf(keyed, names);
  if (kept.size >= KEPT) kept.clear();
  NAMINGS.set(names, kept.set(keyed, naming));
  return naming;
};

const namingOf = (keyed: string, names: NamesOfPage): Naming => {
  const { words, companies } = partiesIn(readable(keyed, names), names);
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  return {
    customer: has(CUSTOMER),
    provider: has(PROVIDER),
    by: words.includes(OWN)
      ? 'name'
      : has(WORDS)
        ? 'word'
        : words.includes(CLOUD)
          ? 'cloud'
          : has(WE)
            ? 'we'
            : null,
    third: words.includes(THIRD),
    shared: has(SHARED),
    others: words.filter((word) => !KNOWN.has(word) && !ROLE.test(word)),
    role: words.map((word) => ROLE.exec(word)?.[1] ?? null).find((one) => one !== null) ?? null,
    companies,
  };
};

const NOBODY: Naming = {
  customer: false,
  provider: false,
  by: null,
  third: false,
  shared: false,
  others: [],
  role: null,
  companies: [],
};

const THIRD = 'thirdparty';
const OWN = 'ownprovider';
const CLOUD = 'cloudprovider';
const CUSTOMER = new Set(
  'you your yours customer customers client clients user users tenant tenants consumer consumers subscriber subscribers csc cscs'.split(
    ' ',
  ),
);
const WORDS = new Set(['provider', 'providers']);
const WE = new Set(['we', 'our', 'ours']);
const PROVIDER = new Set([...WORDS, ...WE, OWN, CLOUD]);
const SHARED = new Set(['shared', 'both', 'joint', 'jointly']);

const ROLE =
  /^(respons|accountab|role|dut(?=y|ies)|obligation|task|action|help|manage[sd]?$|manages$|own(?=s|ed|er)|do$|does$|handle|perform|provides?$|operates?$|maintains?$|covers$|configures?$)/;

/** Words that a label may have around whom it names. */
const KNOWN = new Set([
  ...CUSTOMER,
  ...PROVIDER,
  ...SHARED,
  THIRD,
  ...'a an and by can care cloud fully for from how in is it led must need needs of on only or own part parts party parties should side solely take takes team the to what which who with are must'.split(
    ' ',
  ),
]);

type Marked = { readonly words: readonly string[]; readonly companies: readonly string[] };

/** The words with one in place of each name of a company and of each phrase for a party, the longest first. */
const partiesIn = (text: string, { provider, isCloudApart }: NamesOfPage): Marked => {
  const words = wordsOf(text);
  const own = ownKeys(provider);
  const company = companyNamed(provider.name);
  const marked: string[] = [];
  const companies: string[] = [];
  for (let at = 0; at < words.length; ) {
    const key = phraseAt(words, at, own);
    const other = own.has(key) ? null : (COMPANY_BY_KEY.get(key) ?? null);
    const isOwn = own.has(key) || (other !== null && other === company);
    if (other !== null && !isOwn) companies.push(other);
    const mark = key === '' ? words[at] : isOwn ? OWN : (PHRASES.get(key) ?? THIRD);
    marked.push(mark === CLOUD && isCloudApart ? THIRD : (mark ?? ''));
    at += key === '' ? 1 : key.split(' ').length;
  }
  return { words: marked, companies };
};

/** Each of two companies that are the provider together is the provider. */
const ownKeys = ({ name, id }: Names['provider']): ReadonlySet<string> => {
  const parts = name.split(' and ');
  const isPair = parts.every((part) => companyNamed(part) !== null);
  const keys = [name, id, ...stemOf(name), ...(isPair ? parts : [])].map((one) => wordsOf(one).join(' '));
  // A provider without a name is `Provider`.
  return new Set(keys.filter((key) => !WORDS.has(key)));
};

/** A name that is an address is shortened to what stands before its dot. */
const stemOf = (name: string): readonly string[] =>
  /^(\p{L}{3,30})\.\p{L}{2,10}$/u.exec(name)?.slice(1) ?? [];

/** Empty for a word that begins none. */
const phraseAt = (words: readonly string[], at: number, own: ReadonlySet<string>): string => {
  const first = words[at] ?? '';
  if (!FIRST.has(first) && ![...own].some((key) => key.startsWith(first))) return '';
  const keys = [5, 4, 3, 2, 1].map((length) => words.slice(at, at + length).join(' '));
  return keys.find((key) => own.has(key) || PHRASES.has(key) || COMPANY_BY_KEY.has(key)) ?? '';
};

const times = (firsts: string, seconds: string): readonly string[] =>
  firsts.split(',').flatMap((first) => seconds.split(',').map((second) => `${first} ${second}`.trim()));
const PHRASES: ReadonlyMap<string, string> = new Map([
  ...times('service,managed service,hosting service', 'provider,providers').map(
    (phrase) => [phrase, 'provider'] as const,
  ),
  ...[...times('cloud,cloud service,cloud services,public cloud', 'provider,providers'), 'csp', 'csps'].map(
    (phrase) => [phrase, CLOUD] as const,
  ),
  ...times('your', 'organization,organisation,company,team,business,enterprise').map(
    (phrase) => [phrase, 'customer'] as const,
  ),
  ...times('cloud service,service', 'customer,customers').map((phrase) => [phrase, 'customer'] as const),
  ...[
    ...times('third party,third parties,3rd party', ',provider,providers,vendor,vendors,supplier,suppliers'),
    ...'others vendor vendors supplier suppliers partner partners subcontractor subcontractors'.split(' '),
  ].map((phrase) => [phrase, THIRD] as const),
]);
/** What a phrase or a company's name may begin with. */
const FIRST: ReadonlySet<string> = new Set(
  [...PHRASES.keys(), ...COMPANY_BY_KEY.keys()].map((key) => key.split(' ', 1)[0] ?? ''),
);
