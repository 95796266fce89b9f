// One XML part, event by event. Names come without prefix: both spellings of the format, transitional and strict, then read alike.
import { SaxesParser } from 'saxes';
import { quoted, XlsxRefused } from './refused.ts';

export type Attributes = Readonly<Record<string, string>>;
export type XmlEvents = {
  /** `parent` is empty for the root. */
  readonly open: (name: string, attributes: Attributes, parent: string) => void;
  /** The text so far since the last tag. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string, parent: string) => void;
};

const CHUNK = 1 << 16;
const DEEPEST = 64;
const MOST_ATTRIBUTES = 100;
/** Elements whose insides say nothing of a cell's value: extensions, alternatives for newer programs, how a text is pronounced. */
const PASSED_OVER = new Set(['extLst', 'AlternateContent', 'rPh']);

/**
 * Reads `bytes` to the end. Elements of other namespaces than the root's are passed over with all they hold. Throws XlsxRefused for what
 * is not well formed, for a document type, an unknown entity or encoding, and for nesting no program writes.
 */
export const readXml = (part: string, bytes: Uint8Array, events: XmlEvents): void => {
  const parser = new SaxesParser({ position: false });
  refuseTroubles(parser, part);
  follow(parser, part, events);
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    parser.write(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new XlsxRefused(`The part ${quoted(part)} holds bytes that are no text.`);
    throw error;
  }
  checkEncoding(parser, part);
  parser.close();
};

/**
 * What the declaration says, once it has been read. There is an event for it, and none is asked for: an eighth listener would turn
 * the parser into a slow object of V8's, five times slower.
 */
const checkEncoding = ({ xmlDecl: { encoding = 'utf-8' } }: SaxesParser, part: string): void => {
  if (!/^(?:utf-?(?:8|16)(?:le|be)?|us-ascii)$/i.test(encoding))
    throw new XlsxRefused(`The part ${quoted(part)} is in the encoding ${quoted(encoding)}.`);
};

/** By the mark at the beginning; without one it is UTF-8. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

const refuseTroubles = (parser: SaxesParser, part: string): void => {
  const refuse = (trouble: string): never => {
    throw new XlsxRefused(`The part ${quoted(part)} ${trouble}.`);
  };
  parser.on('error', ({ message }) => refuse(`is not well-formed XML (${message.slice(0, 200)})`));
  parser.on('doctype', () =>
    refuse('declares a document type, which no workbook has and which may hide entities'),
  );
};

const follow = (parser: SaxesParser, part: string, events: XmlEvents): void => {
  const names: string[] = [];
  /** Depth of the outermost element that is passed over; 0 while there is none. */
  let over = 0;
  let root = { prefix: '', uri: '' };
  let attributes = 0;
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES)
      throw new XlsxRefused(
        `An element of the part ${quoted(part)} has more than ${MOST_ATTRIBUTES} attributes.`,
      );
  });
  parser.on('opentag', (tag) => {
    attributes = 0;
    const { prefix, local } = split(tag.name);
    if (names.length === 0) root = { prefix, uri: tag.attributes[declares(prefix)] ?? '' };
    const parent = names.at(-1) ?? '';
    names.push(local);
    if (names.length > DEEPEST)
      throw new XlsxRefused(`The part ${quoted(part)} nests more than ${DEEPEST} deep.`);
    if (over === 0 && (PASSED_OVER.has(local) || prefix !== root.prefix || redeclares(tag.attributes, root)))
      over = names.length;
    if (over === 0) events.open(local, tag.attributes, parent);
  });
  const text = (piece: string): void => {
    if (over === 0) events.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const name = names.pop() ?? '';
    if (over === 0) events.close?.(name, names.at(-1) ?? '');
    else if (names.length < over) over = 0;
  });
};

const split = (name: string): { readonly prefix: string; readonly local: string } => {
  const colon = name.indexOf(':');
  return { prefix: name.slice(0, Math.max(0, colon)), local: name.slice(colon + 1) };
};

const declares = (prefix: string): string => (prefix === '' ? 'xmlns' : `xmlns:${prefix}`);

/** True where the root's prefix comes to mean another namespace. */
const redeclares = (
  attributes: Attributes,
  { prefix, uri }: { readonly prefix: string; readonly uri: string },
): boolean => {
  const given = attributes[declares(prefix)];
  return given !== undefined && given !== uri;
};

/** An attribute that must be there; throws XlsxRefused where it is not. */
export const required = (attributes: Attributes, name: string, of: string): string => {
  const value = attributes[name];
  if (value === undefined) throw new XlsxRefused(`${of} has no ${quoted(name)}.`);
  return value;
};

/** A relationship's id, whatever the prefix of its namespace. */
export const relationOf = (attributes: Attributes): string | null => {
  const name = Object.keys(attributes).find((one) => one.endsWith(':id'));
  return name === undefined ? null : (attributes[name] ?? null);
};

/** The format's booleans: 1, true, on. */
export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';
/** Its opposite said, which is not the same as nothing said. */
export const isOff = (value: string | undefined): boolean =>
  value === '0' || value === 'false' || value === 'off';
