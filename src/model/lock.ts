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
/** The digest of no text: what an answer for a whole resource was given to where a duty came under it later. */
export const NO_TEXT = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
export type Lock = Frozen<z.infer<typeof lock>>;
