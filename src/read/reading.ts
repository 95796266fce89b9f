// What every reader is given and gives back: bytes in, a typed value or diagnostics out. A reader never throws on bad input.
import type { Diagnostic, Place } from '../problem.ts';

/** A file's bytes with the name that diagnostics print. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array };

/** `value` is null exactly when a diagnostic is an error. All of a file's diagnostics come in one go, in the order of its lines. */
export type Reading<T> = { readonly value: T | null; readonly diagnostics: readonly Diagnostic[] };

/** A reading whose values can be pointed at afterwards, by the path of keys and indexes that leads to them. */
export type PlacedReading<T> = Reading<T> & {
  readonly placeOf: (
    path: readonly (string | number)[],
  ) => { readonly place: Place; readonly excerpt: string } | null;
};
