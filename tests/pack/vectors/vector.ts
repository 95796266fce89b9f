// What a vector is: a pack that must fail, how it is made from the pack that does not, and the codes it must fail with.
import type { Members, StepId, TrustStore, VerifyCode } from '../../../src/pack/index.ts';
import type { World } from './world.ts';

export type Vector = {
  readonly name: string;
  /** Of all details of all failed steps, as a set: no code too few and none too many. */
  readonly codes: readonly VerifyCode[];
  /** The members of a pack, or the bytes of a report that comes alone. */
  readonly make: (world: World) => Members | Uint8Array | Promise<Members | Uint8Array>;
  /** Whom the reader trusts, where it is not the people of the world. */
  readonly trust?: (world: World) => TrustStore | null;
  /** Steps that must be taken; none where nothing is said. */
  readonly require?: readonly StepId[];
};
