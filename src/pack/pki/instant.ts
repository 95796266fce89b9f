// Times in certificates and timestamps (RFC 5280, 4.1.2.5; RFC 3161, 2.4.2), which are in UTC and to the second. asn1js would take other
// zones, and days that do not exist.
import { GeneralizedTime, UTCTime } from 'asn1js';
import { isInstant } from '../../model/calendar.ts';
import type { Instant } from '../../model/scalar.ts';
import { DerRefused } from './strict-der.ts';

/** UTCTime or GeneralizedTime. Fractions of a second, which only timestamps have, are cut off. Throws DerRefused. */
export const instantIn = (node: unknown): Instant => {
  // A GeneralizedTime is a kind of UTCTime to the library.
  const text = node instanceof UTCTime ? Buffer.from(node.valueBlock.valueHexView).toString('latin1') : '';
  const full =
    node instanceof GeneralizedTime ? text : `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`;
  const [, year, month, day, hour, minute, second, fraction] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(full) ?? [];
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  if (!isInstant(instant) || (fraction !== undefined && !(node instanceof GeneralizedTime)))
    throw new DerRefused('has a time that cannot be read');
  return instant;
};
