// The options of every command that uses a key. What is made of them is in `signing.ts`.
import type { Option } from './contract.ts';

export const CERTIFICATE: Option = {
  kind: 'text',
  name: 'certificate',
  takes: 'FILE',
  says: 'The certificate of the key in PEM, with those above it behind it. Not needed where the key file holds it.',
};
export const PASSPHRASE_FILE: Option = {
  kind: 'text',
  name: 'passphrase-file',
  takes: 'FILE',
  says: 'A file whose first line is the passphrase. Without it COUNTERSIGN_PASSPHRASE, else you are asked.',
};
export const TIMESTAMP: Option = {
  kind: 'text',
  name: 'timestamp',
  takes: 'URL',
  says: 'Have a timestamp server (RFC 3161) prove the time. The only thing that ever goes over the network: a digest of the signature.',
};

/** How long a new certificate is valid when nobody says otherwise. */
export const CERTIFICATE_DAYS = 730;
