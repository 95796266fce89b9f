// Who signs and seals: keys of every kind that Countersign makes, and keys, certificates and PKCS #12 files that openssl made.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../example.mjs';
import { output } from '../shell.mjs';
import { joinPem, makeAuthority } from './authority.mjs';

const ORGANISATION = 'Northfield Example Bank';
const PASSPHRASE = 'correct horse, battery';

/** The three roles of the example's policy, and who in its attestation holds them here. */
const PEOPLE = [
  { role: 'preparer', person: 'lead', name: 'Robin Example', email: 'robin@example.com' },
  { role: 'reviewer', person: 'risk', name: 'Alex Placeholder', email: 'alex@example.com' },
  { role: 'approver', person: 'head', name: 'Sam Mockup', email: 'sam@example.com' },
];

/**
 * Six identities, three made by Countersign and three by openssl, and who stamps times. Of each: `key` and `certificate` as the
 * command's options take them, `words` and `env` that give its passphrase, `leaf` its own certificate, `above` those between it
 * and `root`, and `scheme` for programs that must be told.
 */
export const makeIdentities = (folder) => {
  mkdirSync(folder, { recursive: true });
  const secret = join(folder, 'passphrase.txt');
  writeFileSync(secret, `${PASSPHRASE}\nand a line that is no part of it\n`);
  const passin = ['-passin', `pass:${PASSPHRASE}`];
  const passphrases = {
    none: { words: [], env: {}, passin: [] },
    file: { words: ['--passphrase-file', secret], env: {}, passin },
    variable: { words: [], env: { COUNTERSIGN_PASSPHRASE: PASSPHRASE }, passin },
  };
  const authority = makeAuthority(join(folder, 'authority'));
  const chain = joinPem(join(folder, 'chain.pem'), [
    authority.issuing.certificate,
    authority.root.certificate,
  ]);
  const issued = { folder, authority, chain, passphrases };
  return {
    authority,
    chain,
    stamps: authority.certify({
      name: 'stamps',
      subject: `/O=${ORGANISATION}/CN=Example timestamps`,
      key: 'p-256',
      as: 'stamps',
    }),
    own: [
      ownKey(folder, PEOPLE[0], { kind: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', secret: passphrases.none }),
      ownKey(folder, PEOPLE[1], { kind: 'rsa', scheme: 'rsa-pkcs1v15-sha256', secret: passphrases.variable }),
      ownKey(folder, PEOPLE[2], { kind: 'rsa-pss', scheme: 'rsassa-pss-sha256', secret: passphrases.file }),
    ],
    issued: [pemKey(issued), modernPkcs12(issued), legacyPkcs12(issued)],
  };
};

const ownKey = (folder, who, { kind, scheme, secret }) => {
  const stem = join(folder, kind);
  const words =
    secret.words.length + Object.keys(secret.env).length === 0 ? ['--no-passphrase'] : secret.words;
  const about = ['--email', who.email, '--organisation', ORGANISATION, '--kind', kind];
  output(process.execPath, [PROGRAM, 'keygen', who.name, ...about, '-o', stem, ...words, '--quiet'], {
    env: { ...process.env, ...secret.env },
  });
  const certificate = `${stem}.cert.pem`;
  return {
    ...{ ...who, kind, scheme, ...secret, key: `${stem}.key.pem`, certificate },
    ...{ leaf: certificate, above: [], root: certificate },
  };
};

const certified = ({ authority }, who, name, key) =>
  authority.certify({
    name,
    key,
    as: 'person',
    subject: `/O=${ORGANISATION}/CN=${who.name}`,
    email: who.email,
  });

const placed = ({ authority }, made) => ({
  leaf: made.certificate,
  above: [authority.issuing.certificate],
  root: authority.root.certificate,
});

/** A key and its certificate with the one above it, in PEM. */
const pemKey = (tools) => {
  const [who] = PEOPLE;
  const made = certified(tools, who, 'p-384', 'p-384');
  const certificate = joinPem(join(tools.folder, 'p-384.chain.pem'), [
    made.certificate,
    tools.authority.issuing.certificate,
  ]);
  const options = { key: made.key, certificate, ...tools.passphrases.none };
  return {
    ...who,
    kind: 'P-384 of an authority',
    scheme: 'ecdsa-sha2-nistp384',
    ...options,
    ...placed(tools, made),
  };
};

const pkcs12 = ({ folder, authority }, name, made, legacy) => {
  const file = join(folder, `${name}.p12`);
  const words = ['-inkey', made.key, '-in', made.certificate, '-certfile', authority.issuing.certificate];
  output('openssl', [
    'pkcs12',
    '-export',
    ...legacy,
    ...words,
    '-out',
    file,
    '-passout',
    `pass:${PASSPHRASE}`,
  ]);
  return file;
};

/** The key as openssl made it, before it went into the PKCS #12 file. */
const pemOf = ({ key }) => ({ file: key, passin: [] });

const modernPkcs12 = (tools) => {
  const who = PEOPLE[1];
  const made = certified(tools, who, 'p12-rsa', 'rsa-3072');
  const key = pkcs12(tools, 'modern', made, []);
  const options = { key, certificate: null, pem: pemOf(made), ...tools.passphrases.variable };
  return { ...who, kind: 'PKCS #12, RSA', scheme: 'rsa-pkcs1v15-sha256', ...options, ...placed(tools, made) };
};

const legacyPkcs12 = (tools) => {
  const who = PEOPLE[2];
  const made = certified(tools, who, 'p12-ec', 'p-256');
  const key = pkcs12(tools, 'legacy', made, ['-legacy']);
  const options = { key, certificate: null, pem: pemOf(made), ...tools.passphrases.file };
  return {
    ...{ ...who, kind: 'legacy PKCS #12, P-256', scheme: 'ecdsa-sha2-nistp256', ...options },
    ...placed(tools, made),
  };
};
