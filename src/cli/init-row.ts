// One team's file of a campaign.
import type { LeftBehind } from '../index.ts';

/** What became of one team's file. */
export type InitRow = {
  readonly outcome: 'started' | 'rolled-forward' | 'kept' | 'failed';
  readonly team: string;
  readonly system: string;
  readonly attestation: string;
  readonly previous: string | null;
  /** Answers to confirm, and duties to answer; null where nothing was written, or nothing is known of it. */
  readonly carried: number | null;
  readonly duties: number | null;
  readonly 'left-behind': readonly LeftBehind[];
  readonly failure: unknown;
};
