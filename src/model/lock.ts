// Machine-written digests of what was answered and of evidence files (`*.lock.json`, beside the attestation).
import { z } from 'zod';
import { digest, evidenceId, type Frozen, fullDutyId, text } from './scalar.ts';

export const lock = z.strictObject({
  format: z.literal('countersign/lock@1'),
  /** Text digest of each answered duty, as it stood in the model when it was answered. */
  duties: z.record(fullDutyId, digest),
  /** Path, size in bytes and digest of each evidence file when it was locked. */
  evidence: z.record(evidenceId, z.strictObject({ file: text, size: z.int().min(0), sha256: digest })),
});
export type Lock = Frozen<z.infer<typeof lock>>;
