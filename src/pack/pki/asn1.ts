// The way to asn1js: bytes are held against the bounds first, and whatever the libraries throw at what is not sound becomes DerRefused.
import * as asn1 from 'asn1js';
import { AlgorithmIdentifier } from 'pkijs';
import { checkForm, DEEPEST, DerRefused, MOST_VALUES } from './strict-der.ts';

export type Node = asn1.AsnType;

/** The one value that the bytes are in DER. Throws DerRefused. */
export const parseDer = (bytes: Uint8Array): Node => {
  checkForm(bytes, 'der');
  return parse(bytes);
};

/** The same for BER. */
export const parseBer = (bytes: Uint8Array): Node => {
  checkForm(bytes, 'ber');
  return parse(bytes);
};

/** Octet strings stay what they are, though there may be a structure inside: whoever looks for one opens it. */
const OPTIONS = {
  maxDepth: DEEPEST + 2,
  maxNodes: MOST_VALUES + 2,
  parseEmbedded: false,
  copyInput: false,
} as const;

const parse = (bytes: Uint8Array): Node => {
  const { offset, result } = read(() => asn1.fromBER(Uint8Array.from(bytes), OPTIONS));
  if (offset !== bytes.length) throw new DerRefused('has a value that cannot be read');
  return result;
};

/**
 * What `take` gives. The libraries say that a structure is another than they look for by throwing plain errors of many kinds, from
 * constructors and from getters; `take` must therefore do nothing but ask them.
 */
export const read = <T>(take: () => T): T => {
  try {
    return take();
  } catch (error) {
    if (error instanceof Error)
      throw new DerRefused('has a field of another type than belongs there', { cause: error });
    throw error;
  }
};

/** Identifier octets. */
export const SEQUENCE = 0x30;
export const SET = 0x31;
/** `[number]` with values inside. */
export const tag = (number: number): number => 0xa0 | number;

/** The values inside one that must have that identifier octet. */
export const valuesIn = (node: unknown, octet: number = SEQUENCE): readonly Node[] => {
  if (!(node instanceof asn1.Constructed) || bytesOf(node)[0] !== octet) throw otherType();
  return node.valueBlock.value;
};

/** The one value inside. */
export const onlyIn = (node: unknown, octet: number): Node => {
  const [only, ...more] = valuesIn(node, octet);
  if (only === undefined || more.length > 0) throw new DerRefused('has not one value where one belongs');
  return only;
};

export const hasTag = (node: Node, octet: number): boolean => bytesOf(node)[0] === octet;

/**
 * The values inside `node` by the names that a schema gives them; what is absent is undefined. Schemas are made once: to make one, as the
 * classes of pkijs do for every value they read, takes several times as long as to read by it.
 */
export const fieldsBy = (
  schema: asn1.AsnSchemaType,
  node: Node,
): Readonly<Record<string, Node | undefined>> => {
  const { verified, result } = read(() => asn1.compareSchema(node, node, schema));
  if (!verified) throw otherType();
  return { ...result };
};

/** An AlgorithmIdentifier. */
export const algorithmIn = (node: unknown): AlgorithmIdentifier => {
  const [name, parameters] = valuesIn(node);
  checkFields(node, [name, parameters]);
  return read(() => new AlgorithmIdentifier({ schema: node }));
};

export const oidIn = (node: unknown): string => {
  if (!(node instanceof asn1.ObjectIdentifier)) throw otherType();
  return node.valueBlock.toString();
};

/** The bytes of an INTEGER, highest first. */
export const integerIn = (node: unknown): Uint8Array => {
  if (!(node instanceof asn1.Integer)) throw otherType();
  return node.valueBlock.valueHexView;
};

/** A number of at most 24 bits that is not negative. */
export const smallNumberIn = (node: unknown): number => {
  if (!(node instanceof asn1.Integer)) throw otherType();
  const { isHexOnly, valueDec } = node.valueBlock;
  if (isHexOnly || valueDec < 0) throw new DerRefused('has a number out of range');
  return valueDec;
};

/** The bytes of an OCTET STRING in one piece. */
export const octetsIn = (node: unknown): Uint8Array => {
  if (!(node instanceof asn1.OctetString) || node.idBlock.isConstructed) throw otherType();
  return node.valueBlock.valueHexView;
};

/** A value as it stands in the bytes that were parsed. */
export const bytesOf = (node: unknown): Uint8Array => {
  if (!(node instanceof asn1.BaseBlock)) throw otherType();
  return node.valueBeforeDecodeView;
};

export const otherType = (): DerRefused => new DerRefused('has a field of another type than belongs there');

/** The libraries pass over fields that they do not expect; of these, and what is absent is undefined, `node` must be made and no more. */
export const checkFields = (node: unknown, fields: readonly unknown[]): void => {
  if (valuesIn(node).length !== fields.filter((field) => field !== undefined).length)
    throw new DerRefused('has a field that does not belong there');
};

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** DER of what a library has put together. */
export const derOf = (node: { toBER(): ArrayBuffer }): Uint8Array => new Uint8Array(node.toBER());
