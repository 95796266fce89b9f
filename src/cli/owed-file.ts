// One attestation of a status: judged, or not to be read.
import type { Owed } from '../index.ts';

/** An attestation with what is owed in it. */
export type OwedFile = Owed & { readonly attestation: string };
/** `reason` is one sentence. */
export type UnreadFile = { readonly attestation: string; readonly reason: string; readonly error: unknown };
