// Readers who trust otherwise: the pack is the one that verifies, and what this reader says of its signers refuses it.
import { sha256 } from '../../../src/codec/digest.ts';
import type { Trust } from '../../../src/model/trust.ts';
import type { VerifyCode } from '../../../src/pack/index.ts';
import { packOf } from './recipe.ts';
import type { Vector } from './vector.ts';
import { entryFor, type People, sealingBy, trusting, type World } from './world.ts';

type Said = Omit<Partial<Trust>, 'certificates'>;

const reader = (
  name: string,
  codes: readonly VerifyCode[],
  said: Said | ((world: World) => Said),
): Vector => ({
  name,
  codes,
  make: ({ base }) => base,
  trust: (world) => trusting(world.people, typeof said === 'function' ? said(world) : said),
});

/** The approver's entry as it is changed; the others stay. */
const approver = (other: Partial<Trust['people'][number]>): Said => ({
  people: [entryFor('preparer'), entryFor('reviewer'), { ...entryFor('approver'), ...other }],
});

const revoking =
  (role: keyof People, since: string): ((world: World) => Said) =>
  ({ people }) => ({ revoked: [{ fingerprint: sha256(people[role].der), since }] });

export const trustVectors: readonly Vector[] = [
  reader('nobody trusts the approver', ['signer-not-trusted'], {
    people: [entryFor('preparer'), entryFor('reviewer')],
  }),
  reader(
    'the approver is trusted for another certificate',
    ['signer-not-trusted'],
    approver({ certificate: 'clock' }),
  ),
  reader('the approver is trusted as another person', ['signer-wrong-person'], approver({ person: 'lead' })),
  reader(
    'the approver is trusted with another e-mail address',
    ['signer-wrong-person'],
    approver({ email: 'other@bank.example' }),
  ),
  reader('the approver is trusted in another role', ['signer-wrong-role'], approver({ roles: ['reviewer'] })),
  reader('the approver is trusted for another team', ['signer-wrong-team'], approver({ teams: ['others'] })),
  reader(
    'the approver is trusted from a later day on',
    ['signer-wrong-time'],
    approver({ from: '2026-10-09' }),
  ),
  reader('the approver is trusted no longer', ['signer-wrong-time'], approver({ to: '2026-10-07' })),
  reader('role, team and days of the approver are right only in three entries', ['signer-wrong-time'], {
    people: [
      entryFor('preparer'),
      entryFor('reviewer'),
      { ...entryFor('approver'), roles: ['reviewer'] },
      { ...entryFor('approver'), teams: ['others'] },
      { ...entryFor('approver'), to: '2026-01-01' },
    ],
  }),
  reader('nobody trusts the sealer', ['sealer-not-trusted'], { seals: [] }),
  reader('the sealer is trusted for another team', ['sealer-not-trusted'], {
    seals: [{ certificate: 'sealer', teams: ['others'] }],
  }),
  reader('the sealer is trusted no longer', ['sealer-not-trusted'], {
    seals: [{ certificate: 'sealer', to: '2026-10-08' }],
  }),
  reader('a signer is trusted to seal and the sealer is not', ['sealer-not-trusted'], {
    seals: [{ certificate: 'approver' }],
  }),
  reader('nobody trusts the timestamp server', ['authority-not-trusted'], { timestamps: [] }),
  reader('the timestamp server is trusted no longer', ['authority-not-trusted'], {
    timestamps: [{ certificate: 'clock', to: '2026-10-05' }],
  }),
  reader(
    'the approver’s certificate is revoked',
    ['certificate-revoked'],
    revoking('approver', '2026-10-08'),
  ),
  reader('the sealer’s certificate is revoked', ['certificate-revoked'], revoking('sealer', '2026-01-01')),
  reader(
    'the timestamp server’s certificate is revoked',
    ['certificate-revoked'],
    revoking('clock', '2026-10-01'),
  ),
  {
    name: 'a certificate revoked later, and nothing that proves when it signed',
    codes: ['certificate-revoked'],
    make: ({ recipe, people }) =>
      packOf({
        ...recipe,
        plans: recipe.plans.map((plan) => ({ ...plan, timestamp: null })),
        seal: sealingBy(people.sealer, null),
      }),
    trust: (world) => trusting(world.people, revoking('approver', '2026-12-01')(world)),
  },
];
