// Teams whose packs are final: locked, signed by three people and ready to be sealed, with keys made in the run and a trust file beside them.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { product, ROOT } from '../places.mjs';
import { writeTeam } from './attested.mjs';

const ORGANISATION = 'Example Bank';

/** The team that comes with the program. */
const copyExample = (folder) => {
  cpSync(join(ROOT, 'data'), join(folder, 'data'), { recursive: true });
  return {
    attestation: join(folder, 'data/attestations/2026-Q3/payments.attestation.yaml'),
    signers: [
      { role: 'preparer', person: 'lead', name: 'Robin Example' },
      { role: 'reviewer', person: 'risk', name: 'Alex Placeholder' },
      { role: 'approver', person: 'head', name: 'Sam Mockup' },
    ],
  };
};

/** One for all: nobody looks up certificates of the benchmark by their numbers. */
const SERIAL = Uint8Array.of(1);

/** A key with its certificate, in PEM. */
const makeKey = async (name, kind) => {
  const { certificateOf, keyPem, toPem } = await product('index.js');
  const { newKeyPair } = await product('io/random.js');
  const key = newKeyPair(kind);
  const validity = { from: '2026-01-01T00:00:00Z', to: '2099-12-31T00:00:00Z', serial: SERIAL };
  const der = await certificateOf({ key, name, ...validity });
  return { key: await keyPem(key.privateKey, null), certificate: toPem('CERTIFICATE', der) };
};

const TEXT = new TextEncoder();

export const openKey = async ({ key, certificate }) =>
  (await product('index.js')).openSigner({
    key: { name: 'key', bytes: TEXT.encode(key) },
    certificate: { name: 'certificate', bytes: TEXT.encode(certificate) },
    passphrase: () => Promise.reject(new Error('Keys of the benchmark have no passphrase.')),
  });

const gather = async (attestation) => {
  const { asOfFor, gatherInputs, judge } = await product('index.js');
  const { diskShelf } = await product('io/shelf.js');
  const found = await gatherInputs(diskShelf(), attestation, { policy: null });
  return judge(found.raw, asOfFor(found.attestation, null, '2026-10-09').day);
};

const lock = async (attestation) => {
  const { lockAttestation, lockPathOf, prettyJson } = await product('index.js');
  const { inputs } = await gather(attestation);
  const { lock: made } = lockAttestation({ ...inputs, previous: inputs.lock }, { replace: true });
  writeFileSync(lockPathOf(attestation), prettyJson(made));
};

const shownOf = ({ customerTotals, findingTotals }, { inputs, evaluation }) => {
  const { 'in-scope': inScope, supported } = customerTotals(evaluation.customer);
  const { of: _of, ...findings } = findingTotals(evaluation.findings);
  return { 'as-of': inputs.asOf, 'in-scope': inScope, supported, findings };
};

const sign = async (attestation, { role, person }, pair) => {
  const made = await product('index.js');
  const { now } = await product('io/clock.js');
  const judged = await gather(attestation);
  const { previous } = made.nextSignOff(judged, role);
  const said = { role, person, at: now(), comment: null, previous, shown: shownOf(made, judged) };
  const line = await made.signOffLine(judged.inputs, said, await openKey(pair), null);
  const file = made.signOffsPathOf(attestation);
  writeFileSync(file, `${line}\n`, { flag: 'a' });
};

const trustOf = (signers, pairs, seal) => ({
  format: 'countersign/trust@1',
  certificates: Object.fromEntries(
    [...pairs, seal].map(({ certificate }, index) => [signers[index]?.role ?? 'seal', { pem: certificate }]),
  ),
  people: signers.map(({ role, person }) => ({ certificate: role, person, roles: [role] })),
  seals: [{ certificate: 'seal' }],
});

/** ECDSA for people and RSA for the organisation: both kinds of signature are checked. */
const signAll = async (folder, { attestation, signers }) => {
  await lock(attestation);
  const pairs = [];
  for (const { name } of signers) pairs.push(await makeKey(name, 'ecdsa'));
  for (const [index, signer] of signers.entries()) await sign(attestation, signer, pairs[index]);
  const seal = await makeKey(ORGANISATION, 'rsa');
  writeFileSync(join(folder, 'seal.key.pem'), seal.key, { mode: 0o600 });
  writeFileSync(join(folder, 'seal.cert.pem'), seal.certificate);
  writeFileSync(join(folder, 'trust.yaml'), stringify(trustOf(signers, pairs, seal)));
};

/** Makes a folder anew. `example` is the team that comes with the program, anything else a work of the generator. */
export const writeSigned = async (folder, work, seed) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const team = work === 'example' ? copyExample(folder) : writeTeam(folder, work, seed);
  await signAll(folder, team);
  return describe(folder, team.attestation);
};

const describe = (folder, attestation) => ({
  attestation,
  trust: join(folder, 'trust.yaml'),
  key: join(folder, 'seal.key.pem'),
  certificate: join(folder, 'seal.cert.pem'),
});

/** The key of the seal, read back. */
export const sealerOf = ({ key, certificate }) =>
  openKey({ key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') });
