// Names in certificates: a subject as one readable line, and the e-mail addresses a certificate is for. All of it is text that
// somebody else chose, so nothing in it may look like more than it is.
import { BaseStringBlock } from 'asn1js';
import { bytesOf, checkFields, type Node, oidIn, SET, valuesIn } from './asn1.ts';

/** In the order in which they are written: who, then where in the house, then where in the world (RFC 4519). */
const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.42': 'GN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.12': 'title',
  '2.5.4.11': 'OU',
  '2.5.4.10': 'O',
  '2.5.4.97': 'organizationIdentifier',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.6': 'C',
  '1.2.840.113549.1.9.1': 'emailAddress',
};
const COMMON_NAME = '2.5.4.3';
const EMAIL = '1.2.840.113549.1.9.1';
const LONGEST_VALUE = 200;

type Part = { readonly type: string; readonly value: string };
/** `bytes` is the DER as it stands in the certificate. */
export type Name = { readonly bytes: Uint8Array; readonly parts: readonly Part[] };

/** A name is a list of sets of parts, of which nearly all have one. */
export const nameOf = (node: unknown): Name => ({
  bytes: bytesOf(node),
  parts: valuesIn(node).flatMap((set) => valuesIn(set, SET).map(partIn)),
});

const partIn = (node: Node): Part => {
  const [type, value] = valuesIn(node);
  checkFields(node, [type, value]);
  return { type: oidIn(type), value: textOf(value) };
};

/** `CN=Robin Example, O=Northfield Example Bank`; a comma or backslash inside a value has a backslash before it. */
export const nameLine = ({ parts }: Name): string => {
  const order = Object.keys(SHORT);
  const rank = ({ type }: Part): number => (order.includes(type) ? order.indexOf(type) : order.length);
  return parts
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ type, value }) => `${SHORT[type] ?? type}=${shown(value).replace(/[\\,]/g, '\\$&')}`)
    .join(', ');
};

/** The common name; the last one, which is the most particular, where there are several. */
export const commonName = ({ parts }: Name): string | null =>
  parts
    .filter(({ type }) => type === COMMON_NAME)
    .map(({ value }) => shown(value))
    .at(-1) ?? null;

/** Without characters that cannot be seen or that turn the direction of text, and not endless. */
const shown = (value: string): string => {
  const clean = value.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  return clean.length > LONGEST_VALUE ? `${[...clean].slice(0, LONGEST_VALUE).join('')}…` : clean;
};

/** What is no text is shown as a reader of RFC 4514 expects it: its DER in hexadecimal. */
const textOf = (value: unknown): string =>
  value instanceof BaseStringBlock ? value.getValue() : `#${Buffer.from(bytesOf(value)).toString('hex')}`;

/** The e-mail addresses inside a name, as they stand there. */
export const addressesIn = ({ parts }: Name): readonly string[] =>
  parts.filter(({ type }) => type === EMAIL).map(({ value }) => value);
