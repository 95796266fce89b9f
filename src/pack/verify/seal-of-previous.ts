// The seal of the previous pack, as far as it is carried: the envelope over its manifest. Its PDF, which carries the other half, is not here.
import { manifestDigest } from '../manifest.ts';
import type { Members } from '../member.ts';
import { PREVIOUS } from '../names.ts';
import { checkCertificates, type Use } from './step-certificates.ts';
import { checkEnvelope } from './step-seal.ts';
import { checkTimestamps } from './step-timestamp.ts';
import { checkTrust } from './step-trust.ts';
import type { TrustStore } from './trust-store.ts';
import type { Detail, Signature, Step } from './verification.ts';

/** `broken`: the signature itself does not hold. `failures` of a seal that holds: its timestamp, its certificate, or trust. */
export type SealedPrevious =
  | { readonly kind: 'none' | 'broken'; readonly failures: readonly Detail[] }
  | { readonly kind: 'sealed'; readonly failures: readonly Detail[]; readonly signature: Signature };

/** `manifest` is the previous one's bytes. Whom to trust is asked only where somebody said whom. */
export const sealOfPrevious = async (
  members: Members,
  manifest: Uint8Array,
  { team, trust }: { readonly team: string; readonly trust: TrustStore | null },
): Promise<SealedPrevious> => {
  const bytes = members.get(PREVIOUS.envelope);
  if (bytes === undefined) return { kind: 'none', failures: [] };
  const side = await checkEnvelope(bytes, manifest, PREVIOUS.envelope);
  if ('code' in side) return { kind: 'broken', failures: [side] };
  const timestamp = await checkTimestamps([side], []);
  const at = timestamp.stamps[0]?.at ?? null;
  const use: Use = { ...side, name: 'The seal of the previous pack', at, proved: at !== null };
  const trusted = await checkTrust({ team, signOffs: [], seals: [use], stamps: timestamp.stamps }, trust);
  const { subject, issuer, fingerprint } = side.certificate.facts;
  return {
    kind: 'sealed',
    failures: [timestamp.step, trusted, checkCertificates([use])].flatMap(failuresOf),
    signature: {
      ...{ as: 'previous-seal', person: null, subject, issuer, fingerprint },
      ...{ at, proved: use.proved, content: manifestDigest(manifest) },
    },
  };
};

const failuresOf = ({ outcome, details }: Step): readonly Detail[] => (outcome === 'failed' ? details : []);
