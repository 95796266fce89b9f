// Whom a reader trusts (`trust.yaml`): which certificates or authorities may sign as which person and role, for which teams and days.
import { z } from 'zod';
import { signOffRole } from './attestation.ts';
import { day, digest, type Frozen, id, text } from './scalar.ts';

/** A certificate by a name of the file's own: the PEM itself, or a PEM file beside this one. */
const certificate = z.union([z.strictObject({ file: text }), z.strictObject({ pem: text })]);

/** Of whom an entry speaks: one certificate, or all that an authority issued. */
const whose = { certificate: id.optional(), authority: id.optional() };
/** Days on which signatures count, both included. */
const days = { from: day.optional(), to: day.optional() };
/** Teams it counts for; all where nothing is said. */
const teams = { teams: z.array(id).optional() };

const signer = z.strictObject({
  ...whose,
  /** The person's id in attestations. Without it, the certificate's e-mail address must be the one that the attestation gives the person. */
  person: id.optional(),
  /** Address that the certificate must carry; needed where an authority's certificates may sign as a person named here. */
  email: text.optional(),
  roles: z.array(signOffRole).min(1),
  ...teams,
  ...days,
});
const sealer = z.strictObject({ ...whose, ...teams, ...days });
const timestamper = z.strictObject({ ...whose, ...days });

export const trust = z.strictObject({
  format: z.literal('countersign/trust@1'),
  title: text.optional(),
  certificates: z.record(id, certificate).default({}),
  people: z.array(signer).default([]),
  seals: z.array(sealer).default([]),
  timestamps: z.array(timestamper).default([]),
  /** Certificates that counted once: signatures from `since` on do not, nor those that no timestamp proves to be from before. */
  revoked: z.array(z.strictObject({ fingerprint: digest, since: day, why: text.optional() })).default([]),
});
export type Trust = Frozen<z.infer<typeof trust>>;
export type TrustedSigner = Trust['people'][number];
export type TrustedSealer = Trust['seals'][number];
