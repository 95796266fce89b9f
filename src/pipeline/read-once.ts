// Attestations and models are read twice, once to find what they draw in and once with everything else; the second time costs nothing.
import type { Attestation } from '../model/attestation.ts';
import type { Model } from '../model/model.ts';
import { readAttestation, readModel } from '../read/index.ts';
import type { PlacedReading, SourceFile } from '../read/reading.ts';

type Read<T> = (file: SourceFile) => PlacedReading<T>;

/** Remembers by the file's identity, and for as long as somebody holds the file. */
const remembering = <T>(read: Read<T>): Read<T> => {
  const known = new WeakMap<SourceFile, PlacedReading<T>>();
  return (file) => {
    const reading = known.get(file) ?? read(file);
    known.set(file, reading);
    return reading;
  };
};

export const readAttestationOnce: Read<Attestation> = remembering(readAttestation);
export const readModelOnce: Read<Model> = remembering(readModel);
