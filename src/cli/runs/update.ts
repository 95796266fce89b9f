// update: one attestation moved to a new revision, and its lock with it.
import { type FileUpdate, type Rewritten, updateFile } from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { givenModel } from '../given-model.ts';
import { updateCounts, updateLines, upToDateLines } from '../update-text.ts';
import type { World } from '../world.ts';

type Moved = Extract<FileUpdate, { kind: 'moved' }>;

export const run: Command['run'] = async (args, world, terminal) => {
  const [path = ''] = args.operands;
  const dry = args.flag('dry-run');
  const { model, file } = await givenModel(neededModel(args), path, world);
  const update = await updateFile(world.shelf, world.pathFrom, { path, model, file });
  if (update.kind === 'up-to-date') {
    terminal.say(upToDateLines(path, model));
    const document = { attestation: path, model: model.id, outcome: 'up-to-date', revision: update.revision };
    return { code: 0, document: { ...document, written: false } };
  }
  if (!dry) await write(world, [update.lock, update.attestation]);
  terminal.say(updateLines(path, model, update, dry));
  return { code: 0, document: documentOf(path, model.id, update, dry) };
};

const neededModel = (args: Args): string => {
  const model = args.text('model');
  if (model !== null) return model;
  throw new Failure(
    'usage',
    'update needs --model.',
    'Write --model NEW: the path of a model file, an id or ID@DAY; see countersign update --help.',
  );
};

/** Somebody may have saved one of them while the models were compared; their change must not be overwritten. */
const write = async (world: World, files: readonly Rewritten[]): Promise<void> => {
  for (const { path, before } of files) {
    const now = await world.shelf.read(path);
    if (!sameBytes(now?.bytes ?? null, before?.bytes ?? null))
      throw new Failure(
        'disk',
        `${path} changed while the attestation was being moved, and nothing was written.`,
        'Run the update again once nobody writes to it.',
      );
  }
  world.goOn();
  await world.writeInTurn(files.flatMap(({ path, text }) => (text === null ? [] : [{ path, data: text }])));
};

const sameBytes = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : a.length === b.length && a.every((byte, index) => byte === b[index]);

const documentOf = (path: string, id: string, update: Moved, dry: boolean): unknown => {
  const { from, to, diff, updated, lock } = update;
  return {
    attestation: path,
    lock: lock.text === null && lock.before === null ? null : lock.path,
    model: id,
    outcome: 'moved',
    ...{ from, to, written: !dry },
    counts: updateCounts(update),
    duties: updated.outcomes,
    provider: diff.duties.filter(({ party }) => party === 'provider'),
    scopes: diff.scopes,
    places: diff.places,
    'earlier-model-at-hand': update.earlierAtHand,
  };
};
