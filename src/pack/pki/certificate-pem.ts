// The certificates of a PEM file.
import { type Certificate, readCertificate } from './certificate.ts';
import { LARGEST_FILE, pemBlocks } from './pem.ts';

const MOST_CERTIFICATES = 20;
const CERTIFICATE_LABELS: readonly string[] = ['CERTIFICATE', 'X509 CERTIFICATE'];

const decode = (body: string): Uint8Array | null => {
  const plain = body.replace(/[ \t]/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(plain) ? Uint8Array.from(Buffer.from(plain, 'base64')) : null;
};

/** The certificates of a PEM file, at most 20 in at most a megabyte, or the end of a sentence on why they cannot be used. */
export const readPem = (bytes: Uint8Array): readonly Certificate[] | string => {
  if (bytes.length > LARGEST_FILE) return 'is larger than a megabyte';
  const blocks = pemBlocks(bytes).filter(({ label }) => CERTIFICATE_LABELS.includes(label));
  if (blocks.length > MOST_CERTIFICATES) return `has more than ${MOST_CERTIFICATES} certificates`;
  const found: Certificate[] = [];
  for (const [index, { body }] of blocks.entries()) {
    const der = decode(body);
    const read = der === null ? 'is not base64' : readCertificate(der);
    if (typeof read === 'string')
      return blocks.length === 1
        ? `has a certificate that ${read}`
        : `has a certificate (number ${index + 1}) that ${read}`;
    found.push(read);
  }
  return found;
};
