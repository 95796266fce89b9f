// verify, where what is to be verified is a roll-up.
import {
  type Members,
  manifestsBeside,
  type RollupVerification,
  remakeBeside,
  type TrustStore,
  verifyRollup,
} from '../../index.ts';
import type { Outcome } from '../contract.ts';
import { rollupVerificationLines } from '../rollup-verify-text.ts';
import type { Terminal } from '../terminal.ts';
import type { World } from '../world.ts';

export type RollupAsked = {
  readonly path: string;
  readonly members: Members;
  readonly trust: TrustStore | null;
  readonly require: readonly string[];
};

export const runVerifyRollup = async (
  { path, members, trust, require }: RollupAsked,
  { packShelf }: World,
  terminal: Terminal,
): Promise<Outcome> => {
  const folder = await placeOf(path, packShelf);
  const verification: RollupVerification = await verifyRollup(members, {
    manifestAt: manifestsBeside(packShelf, folder),
    remake: remakeBeside(packShelf, folder),
    ...{ trust, require },
  });
  terminal.say(rollupVerificationLines(path, verification));
  return { code: verification.outcome === 'failed' ? 1 : 0, document: verification };
};

/** A zip file stands for the folder beside it that it would be unpacked into: every edition lies as deep. */
const placeOf = async (path: string, shelf: World['packShelf']): Promise<string> =>
  (await shelf.size(shelf.at(path, 'manifest.json'))) === null ? shelf.at(path, '../draft') : path;
