// An organisation's own certificate authority, made by openssl: a root, one below it that issues, and what the two certify.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output } from '../shell.mjs';

const EXTENSIONS = `
[ root ]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[ issuing ]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[ person ]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = email:$ENV::EMAIL
[ stamps ]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

const KEYS = {
  'p-256': ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'p-384': ['EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'rsa-3072': ['RSA', '-pkeyopt', 'rsa_keygen_bits:3072'],
};

/** Makes the authority in `folder`, with a function that certifies a new key. */
export const makeAuthority = (folder) => {
  mkdirSync(folder, { recursive: true });
  const extensions = join(folder, 'extensions.cnf');
  writeFileSync(extensions, EXTENSIONS);
  const certify = ({ name, subject, key, as, by, email = 'nobody@example.com' }) => {
    const at = (ending) => join(folder, `${name}.${ending}`);
    const openssl = (words) => output('openssl', words, { env: { ...process.env, EMAIL: email } });
    openssl(['genpkey', '-out', at('key.pem'), '-algorithm', ...KEYS[key]]);
    openssl(['req', '-new', '-key', at('key.pem'), '-subj', subject, '-out', at('csr.pem')]);
    const signedBy =
      by === undefined
        ? ['-signkey', at('key.pem')]
        : ['-CA', by.certificate, '-CAkey', by.key, '-CAcreateserial'];
    const validity = ['-days', '30', '-extfile', extensions, '-extensions', as];
    openssl(['x509', '-req', '-in', at('csr.pem'), ...signedBy, ...validity, '-out', at('cert.pem')]);
    return { key: at('key.pem'), certificate: at('cert.pem') };
  };
  const subject = '/O=Northfield Example Bank/CN=Example root';
  const root = certify({ name: 'root', subject, key: 'p-384', as: 'root' });
  const below = {
    name: 'issuing',
    subject: '/O=Northfield Example Bank/CN=Example issuing',
    key: 'p-384',
    as: 'issuing',
  };
  const issuing = certify({ ...below, by: root });
  return { root, issuing, certify: (what) => certify({ ...what, by: issuing }) };
};

/** One PEM file of several. */
export const joinPem = (target, files) => {
  writeFileSync(target, files.map((file) => readFileSync(file, 'utf8')).join(''));
  return target;
};
