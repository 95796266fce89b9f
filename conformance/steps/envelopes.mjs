// The envelopes over the manifest and around the sign-offs, as securesystemslib, in-toto-attestation and openssl see them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { tokenFaults } from '../signatures/openssl.mjs';
import { askPython } from '../signatures/python.mjs';
import { SIGNATURES, sealedPacks } from '../signatures/sealed-packs.mjs';

const MANIFEST = 'application/vnd.countersign.manifest+json';
const IN_TOTO = 'application/vnd.in-toto+json';

export const envelopes = async () => {
  const { identities, packs } = await sealedPacks();
  const manifests = packs.map(({ name, members, who }) => ({
    ...{ name, who, statement: false },
    envelope: members.get('manifest.dsse.json').toString('utf8'),
  }));
  const signOffs = [
    ...signOffsOf(packs, 'B-B', identities.own),
    ...signOffsOf(packs, 'B-T', identities.issued),
  ];
  const wanted = packs.filter(({ level }) => level === 'B-T').length + identities.issued.length;
  return [
    ...byPython(manifests, signOffs),
    stamps([...manifests, ...signOffs], identities, wanted),
    payloads(packs),
  ];
};

/** All packs of a level hold the same ones, each by one of those who signed. */
const signOffsOf = (packs, wanted, signers) =>
  packs
    .find(({ level }) => level === wanted)
    .members.get('inputs/signoffs.jsonl')
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((envelope, index) => ({
      ...{ name: `sign-off, ${signers[index].kind}`, who: signers[index], envelope, statement: true },
    }));

/** The faults that securesystemslib and, in statements, in-toto-attestation find in each envelope. */
export const envelopeFaults = (envelopes) => {
  const jobs = envelopes.map(({ envelope, who, statement }) => {
    return { envelope, statement, certificate: who.leaf, scheme: who.scheme };
  });
  return askPython('in-toto/check_envelopes.py', jobs).map((answer, index) => {
    const { statement, who } = envelopes[index];
    const { predicate, subjects, role, ...said } = answer;
    const wanted = { verified: true, type: statement ? IN_TOTO : MANIFEST };
    const asked = statement
      ? predicate === 'countersign:sign-off@1' && subjects > 3 && role === who.role
      : true;
    return JSON.stringify(said) === JSON.stringify(wanted) && asked ? [] : [JSON.stringify(answer)];
  });
};

const named = (envelopes, faults) =>
  envelopes.flatMap(({ name }, index) => faults[index].map((fault) => `${name}: ${fault}`));

const byPython = (manifests, signOffs) => {
  const changed = [...manifests, ...signOffs].map((one) => ({
    ...one,
    envelope: withOtherPayload(one.envelope),
  }));
  const faults = envelopeFaults([...manifests, ...signOffs, ...changed]);
  const ofChanged = faults.slice(-changed.length);
  return [
    check(
      'securesystemslib verifies the envelope of the manifest',
      named(manifests, faults),
      grounds(manifests),
    ),
    check(
      'securesystemslib verifies each sign-off, in-toto-attestation its statement',
      named(signOffs, faults.slice(manifests.length)),
      grounds(signOffs),
    ),
    check(
      'securesystemslib refuses each of them with a byte changed',
      changed
        .filter((_one, index) => !ofChanged[index].join().includes('VerificationError'))
        .map(({ name }) => name),
      `${changed.length} envelopes`,
    ),
  ];
};

const grounds = (envelopes) =>
  `${envelopes.length} as they are: ${[...new Set(envelopes.map(({ who }) => who.scheme))].join(', ')}`;

const withOtherPayload = (text) => {
  const envelope = JSON.parse(text);
  const payload = Buffer.from(envelope.payload, 'base64');
  payload[payload.length - 3] ^= 1;
  return JSON.stringify({ ...envelope, payload: payload.toString('base64') });
};

/** A timestamp in an envelope is over the bytes of the signature beside it; `wanted` is how many were asked for. */
const stamps = (envelopes, { authority, chain }, wanted) => {
  const folder = join(SIGNATURES, 'envelopes');
  mkdirSync(folder, { recursive: true });
  const stamped = envelopes
    .map(({ name, envelope }) => ({ name, ...JSON.parse(envelope).signatures[0] }))
    .filter(({ timestamp }) => timestamp !== undefined);
  const faults = stamped.map(({ sig, timestamp }, index) => {
    const [data, token] = [join(folder, `${index}.signature`), join(folder, `${index}.token`)];
    writeFileSync(data, Buffer.from(sig, 'base64'));
    writeFileSync(token, Buffer.from(timestamp, 'base64'));
    return tokenFaults({ token, data, root: authority.root.certificate, chain });
  });
  const few = stamped.length === wanted ? [] : [`${stamped.length} timestamps in place of ${wanted}`];
  return check(
    'openssl ts -verify takes the timestamp over each',
    [...few, ...named(stamped, faults)],
    `${stamped.length} envelopes`,
  );
};

const payloads = (packs) => {
  const faults = packs.filter(({ members }) => {
    const { payload } = JSON.parse(members.get('manifest.dsse.json').toString('utf8'));
    return !Buffer.from(payload, 'base64').equals(members.get('manifest.json'));
  });
  return check(
    'the payload of the envelope is manifest.json, byte for byte',
    faults.map(({ name }) => name),
    `${packs.length} packs`,
  );
};
