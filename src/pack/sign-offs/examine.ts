// Examines sign-offs one by one: the signature, the certificate it was made for, its place in the chain, where it belongs, its
// timestamp, and what has changed since. Whom to trust is not asked here: that is for whoever verifies.
import type { CertificateFacts } from '../../model/certificate.ts';
import type { ProvenTime, SignOffFacts, SignOffFaultCode } from '../../model/sign-off.ts';
import { type Envelope, signedBytes } from '../envelope.ts';
import type { Certificate } from '../pki/certificate.ts';
import { verifyRaw } from '../pki/raw-signature.ts';
import { changesSince, contentDigest, type Signable, signedContent } from './content.ts';
import type { SignOffLine } from './lines.ts';
import { homeOf } from './statement.ts';

type Fault = { readonly code: SignOffFaultCode; readonly sentence: string };

/** What every line is held against. */
export const examineSignOffs = async (
  lines: readonly SignOffLine[],
  inputs: Signable,
): Promise<readonly SignOffFacts[]> => {
  // Nothing is held against the inputs then, and their digests take longer than judging them.
  if (lines.length === 0) return [];
  const now = signedContent(inputs);
  const examined: SignOffFacts[] = [];
  for (const [index, line] of lines.entries()) {
    const { predicate, subject } = line.statement;
    const signer = await examineSigner(line);
    examined.push({
      number: line.number,
      role: predicate.role,
      person: predicate.person,
      at: predicate.at,
      proved: signer.proved,
      certificate: signer.certificate,
      comment: predicate.comment,
      shown: predicate.shown,
      line: line.digest,
      previous: predicate.previous,
      content: contentDigest({ subject }),
      faults: [...signer.faults, ...chainFaults(line, lines[index - 1]), ...homeFaults(line, inputs)],
      changed: changesSince({ subject, duties: predicate.duties, parts: predicate.parts }, now),
    });
  }
  return examined;
};

type Signer = {
  readonly certificate: CertificateFacts | null;
  readonly proved: ProvenTime | null;
  readonly faults: readonly Fault[];
};

const examineSigner = async ({ envelope, statement }: SignOffLine): Promise<Signer> => {
  const { readCertificate } = await import('../pki/certificate.ts');
  const certificate = readCertificate(envelope.chain[0]);
  if (typeof certificate === 'string') {
    const fault: Fault = { code: 'sign-off-certificate', sentence: `Its certificate ${certificate}.` };
    return { certificate: null, proved: null, faults: [fault] };
  }
  const { fingerprint } = certificate.facts;
  const other: readonly Fault[] =
    fingerprint === statement.predicate.certificate
      ? []
      : [
          {
            code: 'sign-off-certificate',
            sentence: 'It was signed for another certificate than it carries.',
          },
        ];
  const { proved, faults } = await examineTimestamp(envelope, statement.predicate.timestamp);
  return {
    certificate: certificate.facts,
    proved,
    faults: [...other, ...(await signatureFaults(envelope, certificate)), ...faults],
  };
};

const signatureFaults = async (envelope: Envelope, certificate: Certificate): Promise<readonly Fault[]> => {
  const data = signedBytes(envelope.payloadType, envelope.payload);
  const fault = (sentence: string): readonly Fault[] => [{ code: 'sign-off-signature', sentence }];
  if (envelope.form === 'plain') {
    return verifyRaw(certificate, data, envelope.signature)
      ? []
      : fault('Its signature is not one of its certificate over this statement.');
  }
  const { checkCms } = await import('../pki/cms-check.ts');
  const check = checkCms(envelope.signature, [data], { kind: 'sign-off' });
  if (check.kind === 'refused') return fault(`Its signature does not hold: ${check.sentence}`);
  const same = check.certificate.facts.fingerprint === certificate.facts.fingerprint;
  return same ? [] : fault('Its signature was made by another certificate than it names.');
};

const examineTimestamp = async (
  { timestamp, signature }: Envelope,
  promised: boolean,
): Promise<Pick<Signer, 'proved' | 'faults'>> => {
  if (timestamp === null) {
    const sentence = 'It promises a timestamp, and there is none: it was taken away.';
    return { proved: null, faults: promised ? [{ code: 'timestamp-stripped', sentence }] : [] };
  }
  const { checkTimestamp } = await import('../pki/timestamp-check.ts');
  const check = checkTimestamp(timestamp, signature);
  return check.kind === 'refused'
    ? { proved: null, faults: [{ code: check.code, sentence: check.sentence }] }
    : { proved: { at: check.at, authority: check.certificate.facts }, faults: [] };
};

/** Each line names the one before it, so that none can be taken out, put in or moved. */
const chainFaults = ({ statement }: SignOffLine, before: SignOffLine | undefined): readonly Fault[] =>
  statement.predicate.previous === (before?.digest ?? null)
    ? []
    : [
        {
          code: 'sign-off-chain',
          sentence: 'It does not follow the line before it: one was removed, added or moved.',
        },
      ];

const homeFaults = ({ statement }: SignOffLine, inputs: Signable): readonly Fault[] => {
  const home = homeOf(inputs);
  const { team, system, period } = statement.predicate;
  if (team === home.team && system === home.system && period === home.period) return [];
  const sentence = `It was made for ${team}.${system}, ${period}, not for ${home.team}.${home.system}, ${home.period}.`;
  return [{ code: 'sign-off-elsewhere', sentence }];
};
