// The certificate's own days against the time of signing: the proved one where there is a timestamp, else the claimed one.
import type { Rule } from '../rule.ts';
import { heldSaid } from '../say.ts';

export const certificateNotValid: Rule = {
  id: 'certificate-not-valid',
  title: 'Certificate not valid when signed',
  why: 'Outside of its days nobody answers for whose key it was.',
  severity: 'high',
  check: (scene) =>
    scene.approvals.held.flatMap((held) => {
      const certificate = held.signOff?.certificate ?? null;
      const at = held.signOff?.proved?.at ?? held.at;
      if (certificate === null || (certificate.from <= at && at <= certificate.to)) return [];
      return [
        {
          duties: [],
          refs: [held.person],
          sentence: `The ${heldSaid(scene, held)}, signed at ${at} by a certificate that is valid from ${certificate.from} to ${certificate.to}.`,
          fix: 'Have it signed again with a certificate that is valid.',
        },
      ];
    }),
};
