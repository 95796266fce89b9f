// A trust file with its certificates at hand.
import { lookup } from '../../model/lookup.ts';
import type { Trust } from '../../model/trust.ts';
import { Failure } from '../../problem.ts';
import type { Certificate } from '../pki/certificate.ts';

export type TrustStore = {
  readonly trust: Trust;
  /** By the names that the file gives them. */
  readonly certificates: Readonly<Record<string, Certificate>>;
};

/** `pems`: the bytes behind each certificate that the trust file names. Throws `certificate-unreadable` naming the one at fault. */
export const trustStore = async (
  trust: Trust,
  pems: Readonly<Record<string, Uint8Array>>,
): Promise<TrustStore> => {
  const { readPem } = await import('../pki/certificate-pem.ts');
  const certificateIn = (name: string): Certificate => {
    const pem = lookup(pems, name);
    return onlyOne(name, pem === null ? 'is not there' : readPem(pem));
  };
  const names = Object.keys(trust.certificates);
  return { trust, certificates: Object.fromEntries(names.map((name) => [name, certificateIn(name)])) };
};

const onlyOne = (name: string, read: readonly Certificate[] | string): Certificate => {
  const [only, second] = typeof read === 'string' ? [] : read;
  if (only !== undefined && second === undefined) return only;
  const why = typeof read === 'string' ? read : only === undefined ? 'holds none' : 'holds several';
  throw new Failure(
    'certificate-unreadable',
    `The certificate \`${name}\` of the trust file ${why}.`,
    'Give one certificate in PEM: the lines from BEGIN CERTIFICATE to END CERTIFICATE.',
  );
};
