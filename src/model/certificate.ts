// What is shown and compared of an X.509 certificate; the certificate itself stays where signatures are checked.
import { z } from 'zod';
import { digest, type Frozen, instant } from './scalar.ts';

export const certificateFacts = z.strictObject({
  /** On one line, such as `CN=Robin Example, O=Northfield Example Bank`. */
  subject: z.string(),
  issuer: z.string(),
  /** Hexadecimal. */
  serial: z.string(),
  /** SHA-256 of the certificate's DER bytes. */
  fingerprint: digest,
  /** SHA-256 of its SubjectPublicKeyInfo: two certificates of one key have the same. */
  'key-digest': digest,
  /** `RSA 3072`, `RSA-PSS 2048`, `ECDSA P-256`. */
  key: z.string(),
  from: instant,
  to: instant,
  /** In lower case, sorted. */
  emails: z.array(z.string()),
  /** The subject's common name. */
  name: z.string().nullable(),
});
export type CertificateFacts = Frozen<z.infer<typeof certificateFacts>>;
