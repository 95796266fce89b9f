// Step `certificates`: each was valid when it was used, and made for signing. The time is a timestamp's where there is one, else as claimed.
import type { Instant } from '../../model/scalar.ts';
import type { Certificate } from '../pki/certificate.ts';
import { usableForSigning } from '../pki/certificate-purpose.ts';
import { checked, type Detail, detail, notChecked, type Step } from './verification.ts';

/** A certificate in use: by whom, as sentences begin, and when; `at` is null where no time is known at all. */
export type Use = {
  readonly name: string;
  readonly member: string;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
  readonly at: Instant | null;
  /** Whether a timestamp says so, and not only whoever signed. */
  readonly proved: boolean;
};

export const checkCertificates = (uses: readonly Use[]): Step => {
  if (uses.length === 0)
    return notChecked('certificates', detail('nothing-signed', null, 'There is no signature that counts.'));
  return checked(
    'certificates',
    uses.flatMap((use) => [...daysOf(use), ...purposeOf(use, usableForSigning(use.certificate))]),
  );
};

const daysOf = ({ name, member, certificate, at }: Use): readonly Detail[] => {
  const { from, to } = certificate.facts;
  if (at === null || (from <= at && at <= to)) return [];
  const code = at < from ? 'certificate-not-yet-valid' : 'certificate-expired';
  return [
    detail(code, member, `${name} was signed at ${at} by a certificate that is valid from ${from} to ${to}.`),
  ];
};

const purposeOf = ({ name, member }: Use, why: string | null): readonly Detail[] =>
  why === null
    ? []
    : [detail('certificate-purpose', member, `${name} was signed by a certificate that ${why}.`)];
