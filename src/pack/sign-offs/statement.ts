// The statement that a sign-off signs: an in-toto statement on the whole content, as canonical JSON.
import { canonicalJson } from '../../codec/canonical-json.ts';
import type { SignOffRole } from '../../model/attestation.ts';
import { spanOf } from '../../model/period.ts';
import type { Digest, Instant } from '../../model/scalar.ts';
import {
  type Shown,
  SIGN_OFF_TYPE,
  type SignedContent,
  type SignOffStatement,
  STATEMENT_TYPE,
} from '../../model/sign-off.ts';
import type { Signable } from './content.ts';

/** What a sign-off says besides its content. */
export type SignOffAbout = {
  readonly role: SignOffRole;
  /** Id in the attestation's people. */
  readonly person: string;
  readonly at: Instant;
  /** Whether a timestamp will stand beside the signature. */
  readonly timestamp: boolean;
  /** Fingerprint of the signer's certificate. */
  readonly certificate: Digest;
  readonly comment: string | null;
  /** Digest of the line before; null on the first line. */
  readonly previous: Digest | null;
  readonly shown: Shown;
};

/** Where a sign-off belongs: another team's, system's or period's is no sign-off here. */
export const homeOf = ({
  attestation,
}: Signable): Pick<SignOffStatement['predicate'], 'team' | 'system' | 'period'> => ({
  team: attestation.team.id,
  system: attestation.system.id,
  period: spanOf(attestation.period).label,
});

/** The bytes of the statement: the payload of the envelope. */
export const statementBytes = (
  inputs: Signable,
  { subject, duties, parts }: SignedContent,
  about: SignOffAbout,
): Uint8Array => {
  const statement: SignOffStatement = {
    _type: STATEMENT_TYPE,
    subject,
    predicateType: SIGN_OFF_TYPE,
    predicate: { ...homeOf(inputs), ...about, duties, parts },
  };
  return new TextEncoder().encode(canonicalJson(statement));
};
