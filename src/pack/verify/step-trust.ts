// Step `trust`: whoever verifies says whom to trust, and every signature that counts is held against that. What a pack carries itself
// is never trusted for being there.
import { dayOfInstant } from '../../model/calendar.ts';
import { lookup } from '../../model/lookup.ts';
import type { Day, Digest } from '../../model/scalar.ts';
import type { SignOffFacts } from '../../model/sign-off.ts';
import type { TrustedSealer, TrustedSigner } from '../../model/trust.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { Use } from './step-certificates.ts';
import type { Stamp } from './step-timestamp.ts';
import type { TrustStore } from './trust-store.ts';
import { checked, type Detail, detail, notChecked, type Step } from './verification.ts';

/** A sign-off that counts, with the address that the attestation gives its person. */
export type SignOffUse = Use & { readonly facts: SignOffFacts; readonly email: string | null };
export type TrustAsked = {
  readonly team: string;
  readonly signOffs: readonly SignOffUse[];
  readonly seals: readonly Use[];
  readonly stamps: readonly Stamp[];
};

export const checkTrust = async (asked: TrustAsked, store: TrustStore | null): Promise<Step> => {
  const { signOffs, seals, stamps } = asked;
  if (store === null) return notChecked('trust', notGiven);
  if (signOffs.length + seals.length + stamps.length === 0)
    return notChecked('trust', detail('nothing-signed', null, 'There is no signature that counts.'));
  const { pathTo } = await import('../pki/path.ts');
  const judge: Judge = { store, team: asked.team, pathTo };
  return checked('trust', [
    ...signOffs.flatMap((use) => [...revoked(judge, use), ...signerTrouble(judge, use)]),
    ...seals.flatMap((use) => [...revoked(judge, use), ...sealerTrouble(judge, use)]),
    ...stamps.flatMap((stamp) => [...revoked(judge, authorityUse(stamp)), ...authorityTrouble(judge, stamp)]),
  ]);
};

const notGiven = detail(
  'trust-not-given',
  null,
  'Nobody said whom to trust (--trust): origin not established.',
);

type Judge = {
  readonly store: TrustStore;
  readonly team: string;
  readonly pathTo: typeof import('../pki/path.ts').pathTo;
};

type Whose = { readonly certificate?: string | undefined; readonly authority?: string | undefined };
type Held = Pick<Use, 'certificate' | 'chain' | 'at'>;

/** Whether an entry speaks of this certificate: it is the very one, or an authority named there issued it. */
const speaksOf = ({ store, pathTo }: Judge, { certificate, authority }: Whose, held: Held): boolean => {
  const named = lookup(store.certificates, certificate ?? authority ?? '');
  if (named === null) return false;
  if (certificate !== undefined) return named.facts.fingerprint === held.certificate.facts.fingerprint;
  const at = held.at ?? held.certificate.facts.from;
  return pathTo(held.certificate, { intermediates: held.chain, anchors: [named], at }).kind === 'ok';
};

const dayOf = ({ at }: Pick<Use, 'at'>): Day | null => (at === null ? null : dayOfInstant(at));

const isWithin = (day: Day | null, { from, to }: { from?: Day | undefined; to?: Day | undefined }): boolean =>
  day === null || ((from === undefined || from <= day) && (to === undefined || day <= to));

/** The first of these that no entry passes is what is wrong. */
const signerTrouble = (judge: Judge, use: SignOffUse): readonly Detail[] => {
  const { facts, name, member } = use;
  const fail = (code: Detail['code'], what: string): readonly Detail[] => [
    detail(code, member, `${name}: ${what}`),
  ];
  const mine = judge.store.trust.people.filter((entry) => speaksOf(judge, entry, use));
  if (mine.length === 0)
    return fail('signer-not-trusted', `nobody trusts its certificate, ${use.certificate.facts.subject}.`);
  const person = mine.filter((entry) => isPerson(entry, use));
  if (person.length === 0)
    return fail('signer-wrong-person', `its certificate is not trusted to sign as ${facts.person}.`);
  const role = person.filter(({ roles }) => roles.includes(facts.role));
  if (role.length === 0)
    return fail('signer-wrong-role', `${facts.person} is not trusted to sign as ${facts.role}.`);
  const team = role.filter(({ teams }) => teams === undefined || teams.includes(judge.team));
  if (team.length === 0)
    return fail('signer-wrong-team', `${facts.person} is not trusted to sign for ${judge.team}.`);
  return team.some((entry) => isWithin(dayOf(use), entry))
    ? []
    : fail('signer-wrong-time', `${facts.person} is not trusted to sign on ${dayOf(use)}.`);
};

/** A person named, or else the one whose address in the attestation the certificate carries. */
const isPerson = (entry: TrustedSigner, { facts, email, certificate }: SignOffUse): boolean => {
  const { emails } = certificate.facts;
  if (entry.email !== undefined && !emails.includes(entry.email.toLowerCase())) return false;
  if (entry.person !== undefined) return entry.person === facts.person;
  return email !== null && emails.includes(email.toLowerCase());
};

const sealerTrouble = (judge: Judge, use: Use): readonly Detail[] => {
  const fits = (entry: TrustedSealer): boolean =>
    speaksOf(judge, entry, use) &&
    (entry.teams === undefined || entry.teams.includes(judge.team)) &&
    isWithin(dayOf(use), entry);
  if (judge.store.trust.seals.some(fits)) return [];
  const sentence = `${use.name}: nobody trusts its certificate, ${use.certificate.facts.subject}, to seal packs of ${judge.team} at that time.`;
  return [detail('sealer-not-trusted', use.member, sentence)];
};

/** A timestamp is its own proof of when it was made. */
const authorityUse = ({ authority: certificate, chain, at, member }: Stamp): Revocable => ({
  certificate,
  chain,
  at,
  member,
  name: `The timestamp of ${at}`,
  proved: true,
});

const authorityTrouble = (
  judge: Judge,
  { authority: certificate, chain, at, member }: Stamp,
): readonly Detail[] => {
  const fits = judge.store.trust.timestamps.some(
    (entry) => speaksOf(judge, entry, { certificate, chain, at }) && isWithin(dayOfInstant(at), entry),
  );
  if (fits) return [];
  const sentence = `The timestamp of ${at} is of ${certificate.facts.subject}, which nobody trusts to tell the time.`;
  return [detail('authority-not-trusted', member, sentence)];
};

type Revocable = Held & Pick<Use, 'name' | 'member' | 'proved'>;

const revoked = (judge: Judge, use: Revocable): readonly Detail[] =>
  judge.store.trust.revoked
    .filter(({ fingerprint }) => standsOn(judge, use, fingerprint))
    .flatMap(({ since }) => revokedSaid(use, since));

/** The root of a path is in no pack, so that the reader's own authorities are looked at too. */
const standsOn = ({ store, pathTo }: Judge, held: Held, fingerprint: Digest): boolean => {
  const { certificate, chain } = held;
  const is = ({ facts }: Certificate): boolean => facts.fingerprint === fingerprint;
  const at = held.at ?? certificate.facts.from;
  return (
    [certificate, ...chain].some(is) ||
    Object.values(store.certificates).some(
      (one) => is(one) && pathTo(certificate, { intermediates: chain, anchors: [one], at }).kind === 'ok',
    )
  );
};

/** Whoever has a key that was stolen can claim any time, so that only a proved one from before counts. */
const revokedSaid = (use: Revocable, since: Day): readonly Detail[] => {
  if (use.proved && (dayOf(use) ?? since) < since) return [];
  const why = use.proved ? '' : ', and no timestamp proves that it was used before';
  const sentence = `${use.name}: its certificate, or one above it, is revoked since ${since}${why}.`;
  return [detail('certificate-revoked', use.member, sentence)];
};
