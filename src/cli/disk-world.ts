// The world of a real run: io's disk and clock. What only some commands need is loaded once they call for it, so that none waits for another's.
import { DRAWER } from '../index.ts';
import { bundledPath, readBundled } from '../io/bundled.ts';
import { milliseconds, now, today, turn } from '../io/clock.ts';
import { cores, shardVariables } from '../io/environment.ts';
import { readWhole } from '../io/files.ts';
import { findAttestations } from '../io/find-attestations.ts';
import { diskPackShelf } from '../io/pack-shelf.ts';
import { pathFrom } from '../io/path-from.ts';
import { freshBytes, newKeyPair } from '../io/random.ts';
import { diskShelf } from '../io/shelf.ts';
import { diskWitness } from '../io/witness.ts';
import { Failure } from '../problem.ts';
import { lateDrawer } from './late-drawer.ts';
import { prompt } from './terminal.ts';
import type { World } from './world.ts';

const packs = (): Promise<typeof import('./disk-packs.ts')> => import('./disk-packs.ts');
const drawing = (): Promise<typeof import('../io/draw-in-worker.ts')> => import('../io/draw-in-worker.ts');

/** `goOn` says whether to, `interrupted` when not to any more; see `World`. */
export const diskWorld = async (
  goOn: () => void,
  interrupted: Promise<void> = new Promise(() => undefined),
): Promise<World> => ({
  shelf: diskShelf(),
  attestations: findAttestations,
  witness: diskWitness(),
  writeTrace: async (...given) => (await import('../io/traces.ts')).writeTrace(...given),
  teamPool: async (work) => {
    const { LIMITS, workInPool } = await import('../io/worker-pool.ts');
    await workInPool({
      ...{ ...work, entry: TEAM_WORKER, interrupted },
      ...(work.setup.template === null ? {} : { limits: LIMITS }),
    });
  },
  cores,
  shardVariables,
  milliseconds,
  turn,
  today,
  tool: await readTool(),
  pathFrom,
  schemaPath: (kind, file) => pathFrom(file, bundledPath('schemas', `${kind}.schema.json`)),
  writeFile: (path, data, rename) => write(path, data, undefined, rename),
  writeInTurn: async (files) =>
    (await import('../io/write-in-turn.ts')).writeInTurn(
      files.map(({ path, data }) => ({ path, bytes: bytesOf(data) })),
    ),
  sweep: async (out) => (await packs()).sweepLeftovers(out),
  writeNewFile: async (path, data, hint) => {
    if ((await readWhole(path)) !== null)
      throw new Failure('output-exists', `There is a file ${path} already, and it stays as it is.`, hint);
    await write(path, data);
  },
  packShelf: diskPackShelf(),
  template: async (folder, bundled = 'audit-pack') =>
    (await import('../io/template-folder.ts')).readTemplateFolder(
      folder ?? bundledPath('templates', bundled),
    ),
  drawer: (folder) =>
    folder === null ? DRAWER : lateDrawer(async () => (await drawing()).drawerInWorker({ interrupted })),
  keptDrawer: (folder) =>
    folder === null
      ? { ...DRAWER, close: async () => undefined }
      : lateDrawer(async () => (await drawing()).drawerInKeptWorker({ interrupted })),
  evidence: async (...given) => (await packs()).readCarried(...given),
  finalPacks: async (series) => (await packs()).finalPacks(series),
  draftPeriod: async (series) => (await packs()).draftPeriod(series),
  readPrevious: async (path) => (await packs()).readPrevious(path),
  findPrevious: async (...given) => (await packs()).findPrevious(...given),
  writePack: async (...given) => (await packs()).writePack(...given),
  readPack: async (path) => (await packs()).readPack(path),
  now,
  freshBytes,
  newKeyPair,
  passphrase: async (asked) => (await import('../io/passphrase.ts')).passphrase(asked, { prompt }),
  writeSecret: (path, text) => write(path, text, 0o600),
  askTimestamp: async (...given) => (await import('../io/timestamp-server.ts')).askTimestamp(...given),
  goOn,
  interrupted,
  servePreview: async (...given) => (await import('../io/preview-server.ts')).servePreview(...given),
  watchFiles: async () => (await import('../io/watch-files.ts')).watchFiles(),
});

const TEAM_WORKER = new URL('./team-worker.js', import.meta.url);

const bytesOf = (data: string | Uint8Array): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data;

const write = async (
  path: string,
  data: string | Uint8Array,
  mode?: number,
  rename?: Parameters<World['writeFile']>[2],
): Promise<void> => (await import('../io/write-whole.ts')).writeWhole(path, bytesOf(data), mode, rename);

const readTool = async (): Promise<World['tool']> => {
  const about: unknown = JSON.parse(new TextDecoder().decode(await readBundled('package.json')));
  const version =
    typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '0';
  return { name: 'countersign', version };
};
