// Finds every file that an attestation draws in, directly or through the teams it inherits from.
import { prettyJson } from '../codec/pretty-json.ts';
import type { Attestation } from '../model/attestation.ts';
import { lookup } from '../model/lookup.ts';
import { Failure } from '../problem.ts';

import type { SourceFile } from '../read/reading.ts';
import { findModel, findRevision } from './find-model.ts';
import { mustRead } from './must-read.ts';
import type { RawInputs, RawTeam } from './raw-inputs.ts';
import { readAttestationOnce } from './read-once.ts';
import type { PreviousFiles, Shelf } from './shelf.ts';

/** What was gathered: the attestation parsed already, because it says where the rest lies. */
export type Gathered = {
  readonly attestation: Attestation;
  readonly raw: RawInputs;
};

/** Finds the pack before the one of an attestation; null where there is none. */
export type FindPrevious = (attestation: Attestation) => Promise<PreviousFiles | null>;

/**
 * Gathers the inputs of the attestation at `path`; `policy` takes the place of the one it names. Without `previous` no previous pack is
 * looked for. Throws `input-missing`, `model-not-found`, or `input-invalid` when an attestation cannot be read.
 */
export const gatherInputs = async (
  shelf: Shelf,
  path: string,
  options: { readonly policy: string | null; readonly previous?: FindPrevious },
): Promise<Gathered> => {
  const file = await need(shelf, path, 'attestation');
  const attestation = mustRead(readAttestationOnce(file));
  const own = await gatherTeam(shelf, path, file, attestation);
  const models = await Promise.all(
    attestation.models.map(
      async (wanted) => [wanted.id, (await findModel(shelf, path, wanted)).file] as const,
    ),
  );
  return {
    attestation,
    raw: {
      ...own,
      models: Object.fromEntries(models),
      previousModels: await gatherBefore(shelf, path, attestation),
      policy: await gatherPolicy(shelf, path, attestation, options.policy),
      assurance:
        attestation.assurance === undefined
          ? null
          : await need(shelf, shelf.beside(path, attestation.assurance), 'assurance file'),
      inherited: await gatherInherited(shelf, path, attestation),
      previous: (await options.previous?.(attestation)) ?? null,
      signOffs: await shelf.read(signOffsPathOf(path)),
    },
  };
};

/** `payments.attestation.yaml` has its lock in `payments.lock.json`, beside it. */
export const lockPathOf = (attestation: string): string => besidePathOf(attestation, 'lock.json');

/** `payments.attestation.yaml` has its sign-offs in `payments.signoffs.jsonl`, beside it. */
export const signOffsPathOf = (attestation: string): string => besidePathOf(attestation, 'signoffs.jsonl');

const besidePathOf = (attestation: string, ending: string): string =>
  attestation.replace(/(\.attestation)?(\.ya?ml)?$/i, `.${ending}`);

/** Paths of evidence files by evidence id, as the attestation gives them. */
export const evidencePaths = (attestation: Attestation): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attestation.evidence).flatMap(([id, { file }]) =>
      file === undefined ? [] : [[id, file] as const],
    ),
  );

/** The file at a path. Throws `input-missing` when there is none; `what` is the noun of the sentence. */
export const need = async (shelf: Shelf, path: string, what: string): Promise<SourceFile> => {
  const file = await shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no ${what} ${path}.`, 'Check the path.');
  return file;
};

/** What an attestation was moved from is looked for where its models are, and beside the one that it names. */
const gatherBefore = async (
  shelf: Shelf,
  path: string,
  { models }: Attestation,
): Promise<Readonly<Record<string, SourceFile>>> => {
  const files: Record<string, SourceFile> = {};
  for (const { id, previous, file } of models) {
    const found =
      previous === undefined ? null : await findRevision(shelf, path, { id, revision: previous, file });
    if (found !== null) files[id] = found.file;
  }
  return files;
};

const gatherTeam = async (
  shelf: Shelf,
  path: string,
  file: SourceFile,
  attestation: Attestation,
): Promise<RawTeam> => {
  const facts = await shelf.facts(path, evidencePaths(attestation));
  return {
    attestation: file,
    lock: await shelf.read(lockPathOf(path)),
    facts: { name: 'facts.json', bytes: new TextEncoder().encode(prettyJson(facts)) },
  };
};

/** The chosen policy, else the one the attestation names, else the bundled one. */
export const gatherPolicy = async (
  shelf: Shelf,
  path: string,
  attestation: Attestation,
  chosen: string | null,
): Promise<SourceFile> => {
  if (chosen !== null) return need(shelf, chosen, 'policy');
  if (attestation.policy === undefined) return shelf.bundledPolicy();
  return need(shelf, shelf.beside(path, attestation.policy), 'policy');
};

/** Teams are looked up once each, so that two that inherit from one another end here; evaluation tells of the circle. */
const gatherInherited = async (
  shelf: Shelf,
  path: string,
  attestation: Attestation,
): Promise<Readonly<Record<string, RawTeam>>> => {
  const teams: Record<string, RawTeam> = {};
  const seen = new Set([attestation.team.id]);
  const visit = async (from: string, of: Attestation): Promise<void> => {
    for (const team of teamsInheritedFrom(of)) {
      if (seen.has(team)) continue;
      seen.add(team);
      const named = lookup(of.inherits, team);
      const theirs = shelf.beside(from, named ?? `${team}.attestation.yaml`);
      // A team that has not attested is no mistake in this file: evaluation finds the duty unsupported and says why.
      const file =
        named === null ? await shelf.read(theirs) : await need(shelf, theirs, `attestation of ${team}`);
      if (file === null) continue;
      const value = mustRead(readAttestationOnce(file));
      teams[team] = await gatherTeam(shelf, theirs, file, value);
      await visit(theirs, value);
    }
  };
  await visit(path, attestation);
  return teams;
};

const teamsInheritedFrom = (attestation: Attestation): readonly string[] =>
  [
    ...new Set(
      Object.values(attestation.duties).flatMap((duties) =>
        Object.values(duties).flatMap(({ inherited }) => (inherited === undefined ? [] : [inherited.from])),
      ),
    ),
  ].sort();
