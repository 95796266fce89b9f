// What a build asked of the world and what it was answered, so that the next one can see that nothing has changed without building.
// It belongs to nobody's pack: the program keeps it below the output folder, and everything works without it.
import { z } from 'zod';
import { day, digest, type Frozen, type SEVERITIES } from './scalar.ts';

/** A digest of what was there, or that nothing was. */
const answer = z.union([digest, z.literal('absent')]);

/** Paths are as the attestation's own folder sees them. `files` are evidence files by evidence id. */
const question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('file'), path: z.string(), answer }),
  z.strictObject({ ask: z.literal('folder'), path: z.string(), answer }),
  z.strictObject({
    ask: z.literal('facts'),
    path: z.string(),
    files: z.record(z.string(), z.string()),
    answer,
  }),
  z.strictObject({ ask: z.literal('bundled-models'), answer }),
  z.strictObject({ ask: z.literal('bundled-policy'), answer }),
]);
export type Question = Frozen<z.infer<typeof question>>;

export const trace = z.strictObject({
  format: z.literal('countersign/trace@1'),
  /** The attestation, as the output folder sees it. */
  attestation: z.string(),
  /** What was asked while the inputs were gathered. */
  questions: z.array(question),
  /** One digest over all else that decides bytes. */
  circumstances: digest,
  /** First day of the period: what a pack before it ends before. */
  begins: day,
  /** Digest of the pack before that it goes on from; `absent` where one was named and not there, null where there was none. */
  previous: z.string().nullable(),
  'as-of': z.strictObject({ day, from: z.enum(['option', 'attestation', 'today']) }),
  /** Fingerprint of the certificate that sealed, or `some` where a final pack was found sealed; null without a seal. */
  seal: z.union([digest, z.literal('some')]).nullable(),
  /** Digest over installed fonts, where the pack needed them. */
  fonts: digest.nullable(),
  team: z.string(),
  system: z.string(),
  period: z.string(),
  state: z.enum(['draft', 'final']),
  version: z.int().min(1).nullable(),
  'pack-id': digest,
  /** Findings by severity: what the exit code depends on. */
  findings: z.strictObject({
    low: z.int().min(0),
    moderate: z.int().min(0),
    high: z.int().min(0),
    critical: z.int().min(0),
  } satisfies Record<(typeof SEVERITIES)[number], unknown>),
  /** Digest over the final packs in the same place, once this one was there. */
  finals: z.string(),
  /** Digests of what the manifest cannot list itself: its own, its envelope's, and that of the zip file beside the pack. */
  manifest: digest,
  envelope: digest.nullable(),
  zip: digest.nullable(),
});
export type Trace = Frozen<z.infer<typeof trace>>;
