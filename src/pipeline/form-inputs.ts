// What a form is made from and merged into: the attestation, its models and policy, and the attestation of the period before.
import type { Attestation } from '../model/attestation.ts';
import type { FormNews } from '../model/form.ts';
import type { Model } from '../model/model.ts';
import type { Policy } from '../model/policy.ts';
import type { Diagnostic } from '../problem.ts';
import { checkDuties, errorAtPath, readLock, readPolicy } from '../read/index.ts';
import type { PlacedReading, SourceFile } from '../read/reading.ts';
import { findModel, findRevision } from './find-model.ts';
import { newsOf } from './form-news.ts';
import { gatherPolicy, lockPathOf, need } from './gather.ts';
import { invalid, mustRead } from './must-read.ts';
import { calledOtherwise } from './parse-inputs.ts';
import { readAttestationOnce } from './read-once.ts';
import type { Shelf } from './shelf.ts';

/** `warnings` are diagnostics that do not stop the work. */
type Base = {
  readonly file: SourceFile;
  readonly attestation: Attestation;
  readonly models: Readonly<Record<string, Model>>;
  readonly warnings: readonly Diagnostic[];
};
export type FormInputs = Base & {
  readonly policy: Policy;
  /** Null where none is named, or the named one is not there. */
  readonly previous: Attestation | null;
  /** What the provider's page made of duties since they were answered, by full duty id. */
  readonly news: ReadonlyMap<string, FormNews>;
};

/** What a form is merged into. Throws `input-missing`, `input-invalid` and `model-not-found`. */
export const gatherForApplying = async (shelf: Shelf, path: string): Promise<Base> => {
  const file = await need(shelf, path, 'attestation');
  const reading = readAttestationOnce(file);
  const attestation = mustRead(reading);
  const models: Record<string, Model> = {};
  const files: Record<string, SourceFile> = {};
  for (const wanted of attestation.models) {
    const found = await findModel(shelf, path, wanted);
    models[wanted.id] = found.model;
    files[wanted.id] = found.file;
  }
  const diagnostics = [
    ...reading.diagnostics,
    ...calledOtherwise({ models: files, inherited: {} }),
    ...checkDuties(reading, file.name, models),
  ];
  if (diagnostics.some(({ severity }) => severity === 'error')) throw invalid(diagnostics);
  return { file, attestation, models, warnings: diagnostics };
};

/** What a form is made from. Throws as `gatherForApplying` does; a previous attestation that is not there is a warning. */
export const gatherForm = async (
  shelf: Shelf,
  path: string,
  options: { readonly policy: string | null },
): Promise<FormInputs> => {
  const base = await gatherForApplying(shelf, path);
  const policy = readPolicy(await gatherPolicy(shelf, path, base.attestation, options.policy));
  const before = await gatherPrevious(shelf, path, base);
  return {
    ...base,
    policy: mustRead(policy),
    previous: before.value,
    news: await gatherNews(shelf, path, base),
    warnings: [...base.warnings, ...policy.diagnostics, ...before.diagnostics],
  };
};

/** A lock or an earlier model that is not there has nothing to tell. */
const gatherNews = async (
  shelf: Shelf,
  path: string,
  { attestation, models }: Base,
): Promise<FormInputs['news']> => {
  const file = await shelf.read(lockPathOf(path));
  const lock = file === null ? null : mustRead(readLock(file));
  const earlier: Record<string, Model> = {};
  for (const { id, previous, file: named } of attestation.models) {
    if (previous === undefined) continue;
    const found = await findRevision(shelf, path, { id, revision: previous, file: named });
    if (found !== null) earlier[id] = found.model;
  }
  return newsOf(models, earlier, lock);
};

const gatherPrevious = async (
  shelf: Shelf,
  path: string,
  { file, attestation }: Base,
): Promise<Pick<PlacedReading<Attestation>, 'value' | 'diagnostics'>> => {
  const named = attestation.previous;
  if (named === undefined) return { value: null, diagnostics: [] };
  const found = await shelf.read(shelf.beside(path, named));
  if (found === null) return { value: null, diagnostics: [notThere(file, named)] };
  const reading = readAttestationOnce(found);
  return { value: mustRead(reading), diagnostics: reading.diagnostics };
};

const notThere = (file: SourceFile, named: string): Diagnostic => ({
  ...errorAtPath(file, readAttestationOnce(file), ['previous'], {
    code: 'reference-unknown',
    sentence: `The previous attestation ${named} is not there.`,
    hint: 'The form shows nothing of last time. Correct the path, or remove the line.',
  }),
  severity: 'warning',
});
