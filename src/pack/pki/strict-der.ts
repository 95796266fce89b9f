// What asn1js does not ask of bytes before it takes them apart: bounds on size, depth and number, nothing behind the end, and, where
// a structure must have one spelling, DER (X.690, 10 and 11). It looks at the framing and at the simplest values, and gives none.

/** Why bytes are not the structure looked for; `message` is the end of a sentence. Whoever reads turns it into a value. */
export class DerRefused extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'DerRefused';
  }
}

/** Bytes of the largest structure. A signature with its certificates and a timestamp takes some ten kilobytes. */
const LARGEST_STRUCTURE = 1024 * 1024;
/** Depth and number of values in one structure; far more than any certificate or signature has. */
export const DEEPEST = 32;
export const MOST_VALUES = 20_000;

type Form = 'ber' | 'der';
type Walk = { readonly bytes: Uint8Array; readonly form: Form; values: number };

/** Throws DerRefused unless the bytes are one whole value of that form, within the bounds. */
export const checkForm = (bytes: Uint8Array, form: Form): void => {
  if (bytes.length > LARGEST_STRUCTURE) throw new DerRefused('is larger than a megabyte');
  if (valueEnd({ bytes, form, values: 0 }, 0, bytes.length, 0) !== bytes.length)
    throw new DerRefused('has bytes behind its end');
};

export const isDer = (bytes: Uint8Array): boolean => refusal(() => checkForm(bytes, 'der')) === null;

/** Length in bytes of the DER value that `bytes` begins with; null where they begin with none, or with one that is not whole. */
export const derLength = (bytes: Uint8Array): number | null => {
  const head: { to: number | null } = { to: null };
  refusal(() => {
    head.to = headAt(bytes, 0, bytes.length, 'der').to;
  });
  return head.to;
};

const refusal = (attempt: () => void): DerRefused | null => {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof DerRefused) return error;
    throw error;
  }
};

/** Where the value that begins at `at` ends. It calls itself no deeper than DEEPEST. */
const valueEnd = (walk: Walk, at: number, end: number, depth: number): number => {
  count(walk, 1);
  if (depth > DEEPEST) throw new DerRefused('is nested too deeply');
  const { bytes, form } = walk;
  const { tag, from, to } = headAt(bytes, at, end, form);
  if ((tag & 0x20) === 0) {
    if (to === null) throw new DerRefused('has a single value of indefinite length');
    const content = bytes.subarray(from, to);
    if (OIDS.includes(tag)) count(walk, content.length);
    if (form === 'der') checkSimple(tag, content);
    return to;
  }
  if (form === 'der' && !MADE_OF_VALUES.includes(tag) && tag < 0x40)
    throw new DerRefused('has a single value in pieces');
  let next = from;
  while (to === null ? !endsAt(bytes, next, end) : next < to)
    next = valueEnd(walk, next, to ?? end, depth + 1);
  return to === null ? next + 2 : next;
};

const count = (walk: Walk, values: number): void => {
  walk.values += values;
  if (walk.values > MOST_VALUES) throw new DerRefused('has too many values');
};

/** OBJECT IDENTIFIER and RELATIVE-OID: the library makes an object of some hundred bytes of every number inside. */
const OIDS: readonly number[] = [0x06, 0x0d];

/** EXTERNAL, EMBEDDED PDV, SEQUENCE, SET and CHARACTER STRING: the only types of the standard that have values inside in DER. */
const MADE_OF_VALUES: readonly number[] = [0x28, 0x2b, 0x30, 0x31, 0x3d];

const endsAt = (bytes: Uint8Array, at: number, end: number): boolean =>
  at + 2 <= end && bytes[at] === 0 && bytes[at + 1] === 0;

type Head = { readonly tag: number; readonly from: number; readonly to: number | null };

/** The identifier octet, and where the content begins and ends; `to` is null for an indefinite length. */
const headAt = (bytes: Uint8Array, at: number, end: number, form: Form): Head => {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (at + 2 > end || tag === undefined || first === undefined) throw new DerRefused('breaks off');
  if ((tag & 0x1f) === 0x1f) throw new DerRefused('has a tag of several bytes');
  if (first === 0x80 && form === 'ber') return { tag, from: at + 2, to: null };
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || count > 4) throw new DerRefused('has a length that is not definite or too large');
  const from = at + 2 + count;
  const digits = bytes.subarray(at + 2, from);
  const length = count === 0 ? first : digits.reduce((sum, byte) => sum * 256 + byte, 0);
  if (from + length > end) throw new DerRefused('breaks off');
  if (form === 'der' && count > 0 && (length < 0x80 || digits[0] === 0))
    throw new DerRefused('has a length that is not the shortest');
  return { tag, from, to: from + length };
};

/** BOOLEAN, INTEGER, NULL and OBJECT IDENTIFIER have one spelling each (X.690, 8.3, 8.8, 8.19 and 11.1); a SEQUENCE or SET is never simple. */
const checkSimple = (tag: number, content: Uint8Array): void => {
  const sound = { 0: never, 1: isTruth, 2: isShortest, 5: isNothing, 6: isOid, 16: never, 17: never }[tag];
  if (sound !== undefined && !sound(content)) throw new DerRefused('has a value that is not in its one form');
};

const isTruth = ([first, ...more]: Uint8Array): boolean =>
  more.length === 0 && (first === 0 || first === 0xff);
const isShortest = ([first, second]: Uint8Array): boolean =>
  first !== undefined &&
  (second === undefined || !((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)));
const isNothing = ({ length }: Uint8Array): boolean => length === 0;
const isOid = (content: Uint8Array): boolean =>
  (content.at(-1) ?? 0x80) < 0x80 &&
  content.every((byte, index) => byte !== 0x80 || (content[index - 1] ?? 0) >= 0x80);
const never = (): boolean => false;
