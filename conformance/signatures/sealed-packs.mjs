// Sealed packs: the example signed by three people, and sealed with every kind of key, with a timestamp and without.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTESTATION, openPack, PROGRAM, ROOT, WORK } from '../example.mjs';
import { besideEachOther, lastLines, output, runBeside } from '../shell.mjs';
import { makeIdentities } from './identities.mjs';
import { withTimestamps } from './timestamps.mjs';

export const SIGNATURES = join(WORK, 'signatures');
const NEEDED = {
  'B-B': 'seal,sign-offs,separation,trust',
  'B-T': 'seal,timestamp,sign-offs,separation,trust',
};

/** Made once a run: the identities, the trust file, and of each pack its `level`, who sealed it, and what it holds. */
export const sealedPacks = () => {
  made ??= make();
  return made;
};
let made;

const make = async () => {
  const identities = makeIdentities(join(SIGNATURES, 'identities'));
  const everyone = [...identities.own, ...identities.issued];
  const trust = writeTrust(identities);
  const plain = copyOfData('plain');
  const stamped = copyOfData('stamped');
  return withTimestamps(join(SIGNATURES, 'timestamps'), identities, async (server) => {
    const timestamp = ['--timestamp', `${server}/good`];
    for (const who of identities.own) signOff(plain, who);
    for (const who of identities.issued) signOff(stamped, who, timestamp);
    const asked = everyone.flatMap((who) => [
      { level: 'B-B', who, data: plain, words: [] },
      { level: 'B-T', who, data: stamped, words: timestamp },
    ]);
    const [, rsa] = identities.own;
    const padded = { ...rsa, kind: 'rsa with the padding PSS' };
    asked.push(
      { level: 'B-B', who: padded, data: plain, words: ['--pss'] },
      { level: 'B-T', who: padded, data: stamped, words: ['--pss', ...timestamp] },
    );
    const packs = await besideEachOther(asked, (one) => seal(one, trust));
    return { identities, everyone, trust, packs };
  });
};

/** A copy of the example's data, to sign in. */
export const copyOfData = (name) => {
  const folder = join(SIGNATURES, `data-${name}`);
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'data'), folder, { recursive: true });
  return folder;
};

const keyWords = ({ certificate, words }) => [
  ...(certificate === null ? [] : ['--certificate', certificate]),
  ...words,
];

const signOff = (data, who, more = []) =>
  output(process.execPath, [PROGRAM, ...signOffWords(data, who, more)], {
    env: { ...process.env, ...who.env },
  });

export const signOffWords = (data, who, more) => [
  ...['sign', join(data, ATTESTATION), '--role', who.role, '--key', who.key, ...keyWords(who)],
  ...['--quiet', ...more],
];

export const sealWords = (data, who, folder, more) => [
  ...['build', join(data, ATTESTATION), '-o', folder, '--seal', who.key, ...keyWords(who)],
  ...['--quiet', ...more],
];

/** Builds and seals, and has the program itself verify what it made. */
const seal = async ({ level, who, data, words }, trust) => {
  const name = `${who.kind}, ${level}`;
  const out = join(SIGNATURES, 'packs', name.replace(/[^A-Za-z0-9]+/g, '-'));
  const options = { env: { ...process.env, ...who.env } };
  await mustEndWell(sealWords(data, who, out, words), options);
  const folder = join(out, '2026-Q3/payments.checkout/v1');
  await mustEndWell(['verify', folder, '--trust', trust, '--require', NEEDED[level], '--quiet'], options);
  return { name, level, who, data, ...openPack(folder) };
};

const mustEndWell = async (words, options) => {
  const { code, out, err } = await runBeside(process.execPath, [PROGRAM, ...words], options);
  if (code !== 0)
    throw new Error(`countersign ${words.join(' ')} ended with ${code}: ${lastLines(err || out)}`);
};

const writeTrust = ({ own, issued, authority }) => {
  const file = join(SIGNATURES, 'trust.yaml');
  const entry = ({ role, person, email }, whose) =>
    `  - { ${whose}, person: ${person}, email: ${email}, roles: [${role}] }`;
  const lines = [
    'format: countersign/trust@1',
    'certificates:',
    ...own.map(({ kind, certificate }) => `  ${kind}: { file: ${certificate} }`),
    `  root: { file: ${authority.root.certificate} }`,
    'people:',
    ...own.map((who) => entry(who, `certificate: ${who.kind}`)),
    ...issued.map((who) => entry(who, 'authority: root')),
    'seals:',
    ...own.map(({ kind }) => `  - { certificate: ${kind} }`),
    '  - { authority: root }',
    'timestamps:',
    '  - { authority: root }',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};
