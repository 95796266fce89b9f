// Keys that are elsewhere: openssl signs what `sign --request` writes, in every form that `--attach` takes back, and the packs verify.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { ATTESTATION, openPack, PROGRAM } from '../example.mjs';
import { besideEachOther, lastLines, output, runBeside } from '../shell.mjs';
import { joinPem } from '../signatures/authority.mjs';
import { cmsFaults } from '../signatures/openssl.mjs';
import { copyOfData, SIGNATURES, sealedPacks } from '../signatures/sealed-packs.mjs';
import { envelopeFaults } from './envelopes.mjs';

const FOLDER = join(SIGNATURES, 'elsewhere');

/** Who signs how, in the order of the roles; each row makes one pack. */
const rowsOf = ({ own: [ecdsa, rsa, pss], issued: [p384, rsaIssued, ecdsaIssued] }) => [
  [
    { who: ecdsa, way: 'dgst' },
    { who: rsa, way: 'dgst' },
    { who: pss, way: 'pkeyutl' },
  ],
  [
    { who: ecdsa, way: 'cms', form: 'DER' },
    { who: rsa, way: 'cms', form: 'DER', words: ['-cades'] },
    { who: pss, way: 'cms', form: 'DER', words: ['-noattr'] },
  ],
  [
    { who: p384, way: 'cms', form: 'DER', words: ['-cades'] },
    { who: rsaIssued, way: 'cms', form: 'DER', words: ['-noattr'] },
    { who: ecdsaIssued, way: 'cms', form: 'DER' },
  ],
];

/** The same as text, as many tools write it: the first sign-off of each, without a pack. */
const asTextOf = ({ own: [ecdsa], issued: [p384] }) => [
  { who: ecdsa, way: 'dgst', base64: true },
  { who: ecdsa, way: 'cms', form: 'PEM' },
  { who: p384, way: 'cms', form: 'PEM', words: ['-cades'] },
  { who: p384, way: 'cms', form: 'PEM', words: ['-noattr'] },
];

export const keysElsewhere = async () => {
  const { identities, trust } = await sealedPacks();
  mkdirSync(FOLDER, { recursive: true });
  const rows = rowsOf(identities);
  const answers = await besideEachOther([...rows.entries()], ([index, row]) => signedPack(row, index, trust));
  const texts = asTextOf(identities);
  const taken = await besideEachOther([...texts.entries()], ([index, one]) => takenAsText(one, index));
  const signed = answers.flatMap(({ signed: some }) => some);
  return [
    check(
      'sign --attach takes what openssl signed, and the pack verifies',
      answers.flatMap(({ faults }) => faults),
      rows.flat().map(described).join('; '),
    ),
    check('sign --attach takes them as PEM and base64 too', taken.flat(), texts.map(described).join('; ')),
    check(
      'securesystemslib verifies those that became plain signatures',
      plainFaults(signed),
      signed
        .filter(({ form }) => form === 'plain')
        .map(described)
        .join('; '),
    ),
    check(
      'openssl cms -verify takes those that stayed CMS, out of the line',
      signed.filter(({ form }) => form === 'cms').flatMap(keptFaults),
      signed
        .filter(({ form }) => form === 'cms')
        .map(described)
        .join('; '),
    ),
  ];
};

const described = ({ who, way, form, words = [], base64 = false, asked = form }) =>
  [who.kind, way, ...(way === 'cms' ? [asked, ...words] : []), ...(base64 ? ['base64'] : [])].join(' ');

const countersign = (words) => runBeside(process.execPath, [PROGRAM, ...words, '--quiet']);

/** Has a row sign one after the other, builds the pack, and has it verified. A signature that is refused ends it. */
const signedPack = async (row, index, trust) => {
  const data = copyOfData(`elsewhere-${index}`);
  for (const [place, one] of row.entries()) {
    const fault = await signElsewhere(one, join(FOLDER, `${index}-${place}`), data);
    if (fault !== null) return { faults: [`${described(one)}: ${fault}`], signed: [] };
  }
  const out = join(FOLDER, `pack-${index}`);
  const pack = join(out, '2026-Q3/payments.checkout/v1');
  const steps = ['--require', 'sign-offs,separation,trust'];
  for (const words of [
    ['build', join(data, ATTESTATION), '-o', out],
    ['verify', pack, '--trust', trust, ...steps],
  ]) {
    const said = await countersign(words);
    if (said.code !== 0) return { faults: [`pack ${index}: ${words[0]}: ${complaint(said)}`], signed: [] };
  }
  return { faults: [], signed: linesOf(pack, row, index) };
};

const takenAsText = async (one, index) => {
  const data = copyOfData(`as-text-${index}`);
  const fault = await signElsewhere(one, join(FOLDER, `text-${index}`), data);
  return fault === null ? [] : [`${described(one)}: ${fault}`];
};

const complaint = ({ code, out, err }) => `exit code ${code}: ${lastLines(err || out, 3)}`;

const signElsewhere = async (one, stem, data) => {
  const certificate = joinPem(`${stem}.certificates.pem`, [one.who.leaf, ...one.who.above]);
  const request = `${stem}.request`;
  const words = ['sign', join(data, ATTESTATION), '--role', one.who.role, '--certificate', certificate];
  const asked = await countersign([...words, '--request', request]);
  if (asked.code !== 0) return `--request: ${complaint(asked)}`;
  const signature = opensslSigns(one, request, `${stem}.signature`);
  const attached = await countersign([...words, '--request', request, '--attach', signature]);
  return attached.code === 0 ? null : `--attach: ${complaint(attached)}`;
};

const opensslSigns = ({ who, way, form, words = [], base64 = false }, request, target) => {
  const key = who.pem ?? { file: who.key, passin: who.passin };
  const hash = who.scheme.endsWith('384') ? 'sha384' : 'sha256';
  const pss = who.scheme.startsWith('rsassa-pss') ? ['rsa_padding_mode:pss', 'rsa_pss_saltlen:32'] : [];
  const ways = {
    dgst: ['dgst', `-${hash}`, '-sign', key.file, ...key.passin, '-out', target, request],
    pkeyutl: [
      ...['pkeyutl', '-sign', '-rawin', '-digest', hash, '-inkey', key.file, ...key.passin],
      ...[...pss.flatMap((option) => ['-pkeyopt', option]), '-in', request, '-out', target],
    ],
    cms: [
      ...['cms', '-sign', '-binary', '-md', hash, ...words, '-in', request, '-signer', who.leaf],
      ...['-inkey', key.file, ...key.passin, ...pss.flatMap((option) => ['-keyopt', option])],
      ...['-outform', form, '-out', target],
    ],
  };
  output('openssl', ways[way]);
  if (base64) output('openssl', ['base64', '-in', target, '-out', `${target}.b64`]);
  return base64 ? `${target}.b64` : target;
};

const linesOf = (pack, row, index) => {
  const text = openPack(pack).members.get('inputs/signoffs.jsonl').toString('utf8').trimEnd();
  return text.split('\n').map((envelope, place) => ({
    ...{ ...row[place], asked: row[place].form, envelope, statement: true },
    form: JSON.parse(envelope).signatures[0].form ?? 'plain',
    request: join(FOLDER, `${index}-${place}.request`),
  }));
};

const plainFaults = (signed) => {
  const plain = signed.filter(({ form }) => form === 'plain');
  const faults = envelopeFaults(plain);
  return plain.flatMap((one, index) => faults[index].map((fault) => `${described(one)}: ${fault}`));
};

const keptFaults = (one) => {
  const cms = `${one.request}.line.der`;
  writeFileSync(cms, Buffer.from(JSON.parse(one.envelope).signatures[0].sig, 'base64'));
  const cades = one.words?.includes('-cades') ?? false;
  const root = joinPem(`${cms}.roots.pem`, [one.who.root, ...one.who.above]);
  return cmsFaults({ cms, signed: one.request, root, cades }).map((fault) => `${described(one)}: ${fault}`);
};
