// One attestation moved to a new revision of a model: where the earlier model lies, what changed, and the two files as they shall be.
import { canonicalJson } from '../codec/canonical-json.ts';
import { prettyJson } from '../codec/pretty-json.ts';
import { diffModels } from '../drift/diff-models.ts';
import { type Updated, updateAttestation } from '../edit/update/update.ts';
import type { Attestation } from '../model/attestation.ts';
import type { Lock } from '../model/lock.ts';
import type { Model } from '../model/model.ts';
import type { ModelDiff } from '../model/model-diff.ts';
import type { Day } from '../model/scalar.ts';
import { Failure } from '../problem.ts';
import { readLock } from '../read/index.ts';
import type { SourceFile } from '../read/reading.ts';
import { findRevision, readNamed } from './find-model.ts';
import { lockPathOf, need } from './gather.ts';
import { mustRead } from './must-read.ts';
import { readAttestationOnce } from './read-once.ts';
import { isPath, type PathFrom } from './roll-file.ts';
import type { Shelf } from './shelf.ts';

/** `file` is the path of the new model from the attestation, null where it was given by its id. */
export type UpdateAsked = { readonly path: string; readonly model: Model; readonly file: string | null };

/** A file as it was read, and the text that it shall have; null where it stays as it is. */
export type Rewritten = {
  readonly path: string;
  readonly before: SourceFile | null;
  readonly text: string | null;
};

export type FileUpdate =
  /** The attestation speaks of that revision already. */
  | { readonly kind: 'up-to-date'; readonly revision: Day }
  | {
      readonly kind: 'moved';
      readonly from: Day;
      readonly to: Day;
      readonly diff: ModelDiff;
      readonly updated: Updated;
      /** The lock is to be written first: a run that is stopped behind it can be begun again. */
      readonly lock: Rewritten;
      readonly attestation: Rewritten;
      /** Whether a build will find the earlier model. */
      readonly earlierAtHand: boolean;
    };

/**
 * Nothing is written. Throws `input-missing`, `input-invalid`, `model-not-found` when the model that the attestation names is not at hand,
 * and `usage` when the attestation does not list the service, or the new model is of an earlier day or was imported apart.
 */
export const updateFile = async (
  shelf: Shelf,
  pathFrom: PathFrom,
  asked: UpdateAsked,
): Promise<FileUpdate> => {
  const { path, model: after } = asked;
  const file = await need(shelf, path, 'attestation');
  const attestation = mustRead(readAttestationOnce(file));
  const entry = entryFor(attestation, asked);
  if (entry.revision === after.revision) return { kind: 'up-to-date', revision: after.revision };
  refuseEarlier(entry, asked);
  const before = await modelBefore(shelf, path, entry);
  const diff = comparable(diffModels(before, after), asked);
  const lockFile = await shelf.read(lockPathOf(path));
  const lock = lockFile === null ? null : mustRead(readLock(lockFile));
  const named = await fileNamed(shelf, pathFrom, asked, entry);
  const updated = updateAttestation({
    ...{ attestation, before, after, diff, lock, file: named, name: file.name },
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes),
  });
  const wanted = { id: before.id, revision: before.revision, file: named ?? undefined };
  return {
    ...{ kind: 'moved', from: before.revision, to: after.revision, diff, updated },
    lock: { path: lockPathOf(path), before: lockFile, text: lockText(lock, updated.lock) },
    attestation: { path, before: file, text: updated.text },
    earlierAtHand: (await findRevision(shelf, path, wanted)) !== null,
  };
};

type Entry = Attestation['models'][number];

const entryFor = ({ models }: Attestation, { path, model }: UpdateAsked): Entry => {
  const entry = models.find(({ id }) => id === model.id);
  if (entry !== undefined) return entry;
  throw new Failure(
    'usage',
    `${path} lists no model ${model.id}; it lists ${models.map(({ id }) => id).join(', ')}.`,
    'Give --model the new revision of one of them. A service that is new to the attestation is added by hand.',
  );
};

const refuseEarlier = ({ revision }: Entry, { path, model }: UpdateAsked): void => {
  if (revision < model.revision) return;
  throw new Failure(
    'usage',
    `${path} speaks of ${model.id} at revision ${revision}, and the model given is of ${model.revision}.`,
    'Give --model a later revision. To go back, take the files as they were before.',
  );
};

/** Its file may hold a later revision by now, so that a model elsewhere is as good. */
const modelBefore = async (shelf: Shelf, path: string, entry: Entry): Promise<Model> => {
  const { id, revision, file } = entry;
  const named = file === undefined ? null : await shelf.read(shelf.beside(path, file));
  const own = named === null ? null : (await readNamed(shelf, shelf.beside(path, file ?? ''))).model;
  if (own?.id === id && own.revision === revision) return own;
  const found = await findRevision(shelf, path, { id, revision, file });
  if (found !== null) return found.model;
  throw new Failure(
    'model-not-found',
    `${path} speaks of ${id} at revision ${revision}, and that model is not at hand: without it nobody can say what changed.`,
    `Put it into ${shelf.beside(path, 'models')} beside the new one, under a name of its own, like ${id}-${revision}.model.yaml; version control has it if an import was written over it.`,
  );
};

const comparable = (diff: ModelDiff, { model }: UpdateAsked): ModelDiff => {
  if (diff.matched === 'ids') return diff;
  throw new Failure(
    'usage',
    `The two models of ${model.id} were imported apart, so that the same duty has another id in each.`,
    'Import the page again with --previous and the earlier model, so that ids are carried over.',
  );
};

/** What `file` the entry shall have: none where the model is found by its id and revision and was not named by a path before. */
const fileNamed = async (
  shelf: Shelf,
  pathFrom: PathFrom,
  { path, model, file }: UpdateAsked,
  entry: Entry,
): Promise<string | null> => {
  const found = await findRevision(shelf, path, { id: model.id, revision: model.revision });
  const isIt = found !== null && canonicalJson(found.model) === canonicalJson(model);
  if (isIt && entry.file === undefined) return null;
  if (file !== null) return file;
  return found !== null && isPath(found.file.name) ? pathFrom(path, found.file.name) : null;
};

const lockText = (before: Lock | null, after: Lock | null): string | null =>
  after === null || canonicalJson(before) === canonicalJson(after) ? null : prettyJson(after);
