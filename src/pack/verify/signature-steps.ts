// The steps that ask who signed: seal, timestamp, sign-offs, separation, trust, certificates.
import { lookup } from '../../model/lookup.ts';
import type { Instant } from '../../model/scalar.ts';
import { manifestDigest } from '../manifest.ts';
import type { Members } from '../member.ts';
import { ENVELOPE, SIGN_OFFS } from '../names.ts';
import type { PdfRead } from '../pdf/read-pdf.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { SignOffLine } from '../sign-offs/lines.ts';
import { checkCertificates, type Use } from './step-certificates.ts';
import type { Reperformed } from './step-evaluation.ts';
import { checkSeal, type SealSide } from './step-seal.ts';
import { checkSeparation, checkSignOffs } from './step-sign-offs.ts';
import { checkTimestamps, type Stamp } from './step-timestamp.ts';
import { checkTrust, type SignOffUse } from './step-trust.ts';
import type { TrustStore } from './trust-store.ts';
import { checked, detail, type Signature, type Step, type StepId, unreached } from './verification.ts';

/** A pack as its signatures see it. `manifest` is null for a PDF that comes alone. */
export type SignedPack = {
  readonly members: Members;
  readonly pdf: { readonly member: string; readonly read: PdfRead | null };
  readonly manifest: Uint8Array | null;
  readonly team: string;
  readonly final: boolean;
  /** Null where the file of sign-offs cannot be read. */
  readonly lines: readonly SignOffLine[] | null;
  /** The evaluation made again, by which sign-offs are examined; or the step that has to hold first. */
  readonly again: Reperformed | StepId;
};

export const signatureSteps = async (
  pack: SignedPack,
  trust: TrustStore | null,
): Promise<{ readonly steps: readonly Step[]; readonly signatures: readonly Signature[] }> => {
  const seal = await sealOf(pack);
  const timestamp = await checkTimestamps(seal.sides, pack.lines ?? []);
  const signOffs = await signOffUses(pack, timestamp.stamps);
  const seals = seal.sides.map((side) => sealUse(side, timestamp.stamps, seal.sides));
  const { lines, again } = pack;
  return {
    steps: [
      seal.step,
      timestamp.step,
      lines === null
        ? checked('sign-offs', [unreadable])
        : after(again, 'sign-offs', (one) => checkSignOffs(one, pack.final)),
      lines === null ? unreached('separation', 'sign-offs') : after(again, 'separation', checkSeparation),
      await checkTrust({ team: pack.team, signOffs, seals, stamps: timestamp.stamps }, trust),
      checkCertificates([...signOffs, ...seals]),
    ],
    signatures: [...signOffs.map(signOffSaid), ...sealSaid(pack, seals)],
  };
};

const unreadable = detail('sign-off-unreadable', SIGN_OFFS, `${SIGN_OFFS} cannot be read.`);

const after = (again: SignedPack['again'], id: StepId, check: (one: Reperformed) => Step): Step =>
  typeof again === 'string' ? unreached(id, again) : check(again);

const sealOf = ({ pdf, members, manifest }: SignedPack): ReturnType<typeof checkSeal> => {
  if (pdf.read?.kind === 'refused')
    return Promise.resolve({
      step: unreached('seal', manifest === null ? 'structure' : 'documents'),
      sides: [],
    });
  return checkSeal({
    pdf: { member: pdf.member, seal: pdf.read?.seal ?? null },
    envelope: members.get(ENVELOPE) ?? null,
    manifest,
    alone: manifest === null,
  });
};

/** The sign-offs that count. Which those are follows from the evaluation, not from the file alone. */
const signOffUses = async (
  { lines, again }: SignedPack,
  stamps: readonly Stamp[],
): Promise<readonly SignOffUse[]> => {
  if (typeof again === 'string' || !lines?.length) return [];
  const { readCertificate } = await import('../pki/certificate.ts');
  return again.approvals.held.flatMap(({ signOff: facts, role }) => {
    const line = lines.find(({ number }) => number === facts?.number);
    if (facts == null || line === undefined) return [];
    const [certificate, ...chain] = line.envelope.chain.map(readCertificate);
    if (certificate === undefined || typeof certificate === 'string') return [];
    return [
      {
        facts,
        name: `The ${role}'s sign-off`,
        member: SIGN_OFFS,
        certificate,
        chain: chain.flatMap((one) => (typeof one === 'string' ? [] : [one])),
        at: timeOf(line, stamps) ?? facts.at,
        proved: facts.proved !== null,
        email: lookup(again.people, facts.person)?.email ?? null,
      },
    ];
  });
};

const timeOf = (of: Stamp['of'], stamps: readonly Stamp[]): Instant | null =>
  stamps.find((stamp) => stamp.of === of)?.at ?? null;

/** The envelope claims no time of its own: it is made in the same moment as the seal in the PDF. */
const sealUse = (side: SealSide, stamps: readonly Stamp[], sides: readonly SealSide[]): Use => {
  const own = timeOf(side, stamps);
  const claimed = side.at ?? sides.find(({ at }) => at !== null)?.at ?? null;
  return { ...side, name: `The seal in ${side.member}`, at: own ?? claimed, proved: own !== null };
};

const signOffSaid = ({ facts, certificate, at, proved }: SignOffUse): Signature => ({
  ...whose(certificate),
  as: facts.role,
  person: facts.person,
  at,
  proved,
  content: facts.content,
});

/** One entry for the seal, though it is two signatures. */
const sealSaid = ({ manifest }: SignedPack, [first]: readonly Use[]): readonly Signature[] =>
  first === undefined
    ? []
    : [
        {
          ...whose(first.certificate),
          as: 'seal',
          person: null,
          at: first.at,
          proved: first.proved,
          content: manifest === null ? null : manifestDigest(manifest),
        },
      ];

const whose = ({ facts }: Certificate): Pick<Signature, 'subject' | 'issuer' | 'fingerprint'> => ({
  subject: facts.subject,
  issuer: facts.issuer,
  fingerprint: facts.fingerprint,
});
