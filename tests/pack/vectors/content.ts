// Content that changed after everybody had signed it. The pack is made by the program itself, the seal is the rightful one: that
// nobody approved this is all there is to find.
import { ATTESTATION, edited, type Files, SIGN_OFF_FILE } from './input-files.ts';
import { packOf, type Recipe } from './recipe.ts';
import type { Vector } from './vector.ts';
import { sealingBy } from './world.ts';

const POLICY = 'bundled/default.policy.yaml';

const later =
  (change: (files: Files) => Files, other: Partial<Recipe> = {}): Vector['make'] =>
  ({ recipe }) =>
    packOf({ ...recipe, later: change, ...other });

const CHANGES: readonly (readonly [what: string, path: string, from: string, to: string])[] = [
  ['an answer', ATTESTATION, 'status: implemented, statement: Kept.', 'status: planned, statement: Kept.'],
  ['the word of an answer', ATTESTATION, 'Done.', 'Done well.'],
  ['a person’s name', ATTESTATION, 'Kim Example', 'Chris Example'],
  ['the day of evidence', ATTESTATION, 'file: one.txt, at: 2026-09-01', 'file: one.txt, at: 2026-09-30'],
  ['an evidence file', 'q3/one.txt', 'one', 'eno'],
  ['the policy', POLICY, 'fail-at: high', 'fail-at: critical'],
  ['the policy’s separation', POLICY, 'all-different', 'two-people'],
  ['a model', 'bundled/svc.model.yaml', 'Watches it', 'May watch it'],
  ['the assurance', 'q3/a.assurance.yaml', 'opinion: unqualified', 'opinion: adverse'],
  ['the lock', 'q3/pay.lock.json', '"size":3', '"size":4'],
  ['an inherited answer', 'q3/platform.attestation.yaml', 'planned', 'partial'],
];

const changes: readonly Vector[] = CHANGES.map(([what, path, from, to]) => ({
  name: `${what} changed after it was signed`,
  codes: ['sign-off-void'],
  make: later((files) => edited(files, path, from, to)),
}));

const withoutFile = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([one]) => one !== path));

const ROLES = 'mode: signed, roles: [preparer, reviewer, approver]';

export const contentVectors: readonly Vector[] = [
  ...changes,
  {
    name: 'the lock taken away after it was signed',
    codes: ['sign-off-void'],
    make: later((files) => withoutFile(files, 'q3/pay.lock.json')),
  },
  {
    name: 'the inherited team taken away after it was signed',
    codes: ['sign-off-void'],
    make: later((files) => withoutFile(files, 'q3/platform.attestation.yaml')),
  },
  {
    name: 'the policy changed to ask for one signature only',
    codes: ['sign-off-void'],
    make: later((files) => edited(files, POLICY, ROLES, 'mode: signed, roles: [preparer]')),
  },
  {
    name: 'all sign-offs taken away',
    codes: ['no-sign-offs'],
    make: later((files) => withoutFile(files, SIGN_OFF_FILE)),
  },
  {
    name: 'a policy that asks for nobody, where sign-offs must be there',
    codes: ['no-sign-offs', 'nothing-signed'],
    make: later((files) =>
      withoutFile(edited(files, POLICY, ROLES, 'mode: signed, roles: []'), SIGN_OFF_FILE),
    ),
    require: ['sign-offs', 'separation'],
  },
  {
    name: 'a final pack whose recorded approvals are not in',
    codes: ['sign-off-missing'],
    make: later((files) => edited(files, POLICY, 'mode: signed', 'mode: recorded')),
  },
  {
    name: 'approvals that are only recorded, where they must be signed',
    codes: ['recorded-only'],
    make: later((files) => edited(files, POLICY, ROLES, 'mode: recorded, roles: []')),
    require: ['sign-offs'],
  },
  {
    name: 'nothing signed at all, where somebody must have signed',
    codes: ['nothing-signed', 'no-seal', 'no-timestamp', 'no-sign-offs'],
    make: later((files) => withoutFile(files, SIGN_OFF_FILE), {
      edition: { state: 'draft', version: null, supersedes: null },
      seal: null,
    }),
    require: ['seal', 'timestamp', 'sign-offs', 'separation', 'trust', 'certificates'],
  },
  {
    name: 'no reader who trusts anybody, where somebody must',
    codes: ['trust-not-given'],
    make: ({ base }) => base,
    trust: () => null,
    require: ['trust'],
  },
  {
    name: 'a seal and no timestamp, where one must be there',
    codes: ['no-timestamp'],
    make: ({ recipe, people }) =>
      packOf({
        ...recipe,
        plans: recipe.plans.map((plan) => ({ ...plan, timestamp: null })),
        seal: sealingBy(people.sealer, null),
      }),
    require: ['timestamp'],
  },
];
