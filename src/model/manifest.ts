// The list of a pack's members. It names every member but itself and is written last: a folder without a fitting one is no pack.
import { z } from 'zod';
import { day, digest, type Frozen } from './scalar.ts';

export const manifest = z.strictObject({
  format: z.literal('countersign/manifest@1'),
  'pack-id': digest,
  team: z.string(),
  system: z.string(),
  period: z.string(),
  'as-of': day,
  state: z.enum(['draft', 'final']),
  version: z.int().min(1).nullable(),
  supersedes: z.strictObject({ version: z.int().min(1), manifest: digest, reason: z.string() }).nullable(),
  /** Sorted by path, in UTF-16 code unit order. Paths use `/` and never leave the pack. */
  members: z.array(z.strictObject({ path: z.string(), size: z.int().min(0), sha256: digest })),
});
export type Manifest = Frozen<z.infer<typeof manifest>>;
