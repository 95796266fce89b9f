// Plain facts about evidence files, gathered by io and handed to evaluation; a member of every pack.
import { z } from 'zod';
import { digest, evidenceId, type Frozen } from './scalar.ts';

/** `present: false` has neither size nor digest. Evidence without a `file` has no entry. */
const fact = z.union([
  z.strictObject({ present: z.literal(true), size: z.int().min(0), sha256: digest }),
  z.strictObject({ present: z.literal(false) }),
]);
export const facts = z.strictObject({
  format: z.literal('countersign/facts@1'),
  evidence: z.record(evidenceId, fact),
});
export type Fact = Frozen<z.infer<typeof fact>>;
export type Facts = Frozen<z.infer<typeof facts>>;
