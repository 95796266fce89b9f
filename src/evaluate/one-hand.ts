// Whether two approvals come from one hand: by the person they name and, where they are signed, by what their certificates share.
import type { CertificateFacts } from '../model/certificate.ts';
import type { Held } from '../model/evaluation.ts';

/** What the two share, as sentences say it; null when nothing. */
export const sharedHand = (a: Held, b: Held): string | null => {
  if (a.person === b.person) return 'the person';
  const [one, other] = [a.signOff?.certificate, b.signOff?.certificate];
  return one == null || other == null ? null : sharedCertificate(one, other);
};

/** A second certificate makes nobody a second person. */
const sharedCertificate = (a: CertificateFacts, b: CertificateFacts): string | null => {
  if (a['key-digest'] === b['key-digest']) return 'the key';
  if (a.emails.some((email) => b.emails.includes(email))) return 'the e-mail address on both certificates';
  return folded(a.subject) === folded(b.subject) ? 'the name on both certificates' : null;
};

const folded = (subject: string): string => subject.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
