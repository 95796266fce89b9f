// One attestation rolled forward into another file: what the old one names is named from where the new one lies.
import { type RolledForward, rollForward } from '../edit/roll-forward/roll-forward.ts';
import type { Attestation } from '../model/attestation.ts';
import { Failure } from '../problem.ts';
import { findModel } from './find-model.ts';
import { need } from './gather.ts';
import { mustRead } from './must-read.ts';
import { readAttestationOnce } from './read-once.ts';
import type { Shelf } from './shelf.ts';

/** Path of `target` as a file at `file` would name it. */
export type PathFrom = (file: string, target: string) => string;

export type RollingFile = {
  /** Where the attestation before lies, and where the new one will. */
  readonly from: string;
  readonly to: string;
  readonly period: string;
};

/** Reads the file before; nothing is written. Throws `input-missing`, `input-invalid`, or `usage` as `rollForward` does. */
export const rollFile = async (
  shelf: Shelf,
  pathFrom: PathFrom,
  { from, to, period }: RollingFile,
): Promise<RolledForward> => {
  const file = await need(shelf, from, 'attestation');
  const attestation = mustRead(readAttestationOnce(file));
  const previous = pathFrom(to, from);
  const same = !previous.includes('/');
  const rebase = (path: string): string =>
    same || isAbsolute(path) ? path : pathFrom(to, shelf.beside(from, path));
  const { policy, assurance } = attestation;
  return rollForward({
    attestation,
    name: file.name,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes),
    period,
    previous,
    rebase,
    paths: {
      ...(policy === undefined ? {} : { policy: rebase(policy) }),
      ...(assurance === undefined ? {} : { assurance: rebase(assurance) }),
      models: same ? {} : await modelFiles(shelf, from, attestation, (path) => pathFrom(to, path), rebase),
    },
  });
};

const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:)/.test(path);

/** Models that lie beside the old file have to be named by the new one; bundled ones are found from everywhere. */
const modelFiles = async (
  shelf: Shelf,
  from: string,
  { models }: Attestation,
  fromNew: (path: string) => string,
  rebase: (path: string) => string,
): Promise<Readonly<Record<string, string>>> => {
  const files: Record<string, string> = {};
  for (const { id, revision, file } of models) {
    if (file !== undefined) files[id] = rebase(file);
    else {
      const found = await modelBeside(shelf, from, { id, revision });
      if (found !== null) files[id] = fromNew(found);
    }
  }
  return files;
};

/** The path of a model found beside the file; null for a bundled one, and where there is none: whoever judges the new file says so. */
const modelBeside = async (
  shelf: Shelf,
  from: string,
  wanted: { readonly id: string; readonly revision: string },
): Promise<string | null> => {
  try {
    const { name } = (await findModel(shelf, from, wanted)).file;
    return isPath(name) ? name : null;
  } catch (error) {
    if (error instanceof Failure && error.code === 'model-not-found') return null;
    throw error;
  }
};

/** Bundled models are called by their names alone, those beside a file by their paths through `models/`. */
export const isPath = (name: string): boolean => /[/\\]/.test(name);
