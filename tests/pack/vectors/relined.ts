// Takes lines of sign-offs apart and puts them together again, signed by whoever is at hand or by nobody.
import { canonicalJson } from '../../../src/codec/canonical-json.ts';
import { sha256 } from '../../../src/codec/digest.ts';
import type { SignOffStatement } from '../../../src/model/sign-off.ts';
import {
  type Envelope,
  envelopeText,
  IN_TOTO,
  readEnvelope,
  signedBytes,
} from '../../../src/pack/envelope.ts';
import type { Stamper } from '../../../src/pack/seal.ts';
import { type Identity, signWith } from './certificate-maker.ts';
import { bytesOf } from './tamper.ts';

export const envelopeOf = (text: string): Envelope => {
  const read = readEnvelope('line', bytesOf(text));
  if (typeof read === 'string') throw new Error(read);
  return read;
};

/** The line with parts of its envelope exchanged. The key id is that of the first certificate, as it has to be. */
export const withParts = (line: string, parts: Partial<Envelope>): string => {
  const envelope = { ...envelopeOf(line), ...parts };
  return envelopeText(envelope);
};

type Predicate = SignOffStatement['predicate'];
type Said = Omit<SignOffStatement, 'predicate'> & { readonly predicate: Predicate };

const statementIn = (line: string): Said => JSON.parse(new TextDecoder().decode(envelopeOf(line).payload));

/** The statement of a line with parts of what it says exchanged, as a payload. */
export const payloadSaying = (line: string, other: Partial<Predicate>): Uint8Array => {
  const statement = statementIn(line);
  return bytesOf(canonicalJson({ ...statement, predicate: { ...statement.predicate, ...other } }));
};

export type Resigning = {
  readonly by: Identity;
  readonly sign?: (data: Uint8Array) => Uint8Array;
  readonly timestamp: Stamper | null;
  readonly other?: Partial<Predicate>;
};

/** The line signed anew by a key of its own, whatever the program thinks of the certificate. */
export const resigned = async (
  line: string,
  { by, sign = (data) => signWith(by.key, data), timestamp, other = {} }: Resigning,
): Promise<string> => {
  const payload = payloadSaying(line, { certificate: sha256(by.der), ...other });
  const signature = sign(signedBytes(IN_TOTO, payload));
  const token = timestamp === null ? null : await timestamp(signature);
  return withParts(line, { payload, signature, chain: [by.der], timestamp: token });
};
