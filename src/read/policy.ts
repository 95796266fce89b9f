// Reads a policy.
import { type Policy, policy } from '../model/policy.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import { readYaml } from './yaml.ts';

/** Reads `*.policy.yaml`. Rule ids and duty ids in it are held against the rules and models by whoever has them at hand. */
export const readPolicy = (file: SourceFile): PlacedReading<Policy> =>
  readYaml(file, { format: 'countersign/policy@1', schema: policy });
