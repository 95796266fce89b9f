// The manifest of a roll-up: its members, and the packs it was made of, each bound by the digest of its manifest.
import { z } from 'zod';
import { manifest } from './manifest.ts';
import { digest, type Frozen } from './scalar.ts';

/** `path` is the pack's folder as seen from the folder of the roll-up, with `/`. */
const listedPack = z.strictObject({ name: z.string(), path: z.string(), manifest: digest });
export type ListedPack = Frozen<z.infer<typeof listedPack>>;

export const rollupManifest = z.strictObject({
  format: z.literal('countersign/rollup-manifest@1'),
  'rollup-id': digest,
  ...manifest.pick({ period: true, 'as-of': true, state: true, version: true, supersedes: true }).shape,
  /** By name, in code unit order: packs of the period, and those of the period before that were compared. */
  packs: z.array(listedPack),
  previous: z.array(listedPack),
  ...manifest.pick({ members: true }).shape,
});
export type RollupManifest = Frozen<z.infer<typeof rollupManifest>>;
