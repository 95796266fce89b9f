// Attestations, models, policies and assurance files are read more than once: to find what they draw in, with everything else, and by
// every team that shares them. After the first time it costs nothing.
import { sha256 } from '../codec/digest.ts';
import type { Assurance } from '../model/assurance.ts';
import type { Attestation } from '../model/attestation.ts';
import type { Model } from '../model/model.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/scalar.ts';
import { readAssurance, readAttestation, readModel, readPolicy } from '../read/index.ts';
import type { PlacedReading, SourceFile } from '../read/reading.ts';

type Read<T> = (file: SourceFile) => PlacedReading<T>;

/**
 * Bytes of files whose readings of one kind are kept by their content. What is read of a file takes some fifty times as much, so this
 * bounds what is kept of hundreds of teams to some tens of megabytes.
 */
const KEPT = 512 * 1024;

/** Remembers by the file's identity for as long as somebody holds the file, and by its content while there is room. */
const remembering = <T>(read: Read<T>): Read<T> => {
  const known = new WeakMap<SourceFile, PlacedReading<T>>();
  const shared = sharing<T>();
  return (file) => {
    const reading = known.get(file) ?? shared(file, read);
    known.set(file, reading);
    return reading;
  };
};

/** Only what has no diagnostics is shared: those carry the name of the one file. The longest unused goes first. */
const sharing = <T>(): ((file: SourceFile, read: Read<T>) => PlacedReading<T>) => {
  const kept = new Map<Digest, { readonly reading: PlacedReading<T>; readonly size: number }>();
  const room = { left: KEPT };
  return (file, read) => {
    const size = file.bytes.length;
    if (size > KEPT) return read(file);
    const digest = sha256(file.bytes);
    const entry = kept.get(digest) ?? { reading: read(file), size };
    if (kept.delete(digest)) room.left += size;
    if (entry.reading.diagnostics.length > 0) return entry.reading;
    kept.set(digest, entry);
    room.left -= size;
    for (const [oldest, { size: freed }] of kept) {
      if (room.left >= 0) break;
      kept.delete(oldest);
      room.left += freed;
    }
    return entry.reading;
  };
};

export const readAttestationOnce: Read<Attestation> = remembering(readAttestation);
export const readModelOnce: Read<Model> = remembering(readModel);
export const readPolicyOnce: Read<Policy> = remembering(readPolicy);
export const readAssuranceOnce: Read<Assurance> = remembering(readAssurance);
