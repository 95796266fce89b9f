// The world of a real run: io's disk and clock.
import {
  carriedEvidence,
  type Digest,
  DRAWER,
  ENVELOPE,
  type FinalOnDisk,
  type Manifest,
  mustRead,
  PREVIOUS,
  type PreviousDigests,
  readManifest,
  type TeamInputs,
} from '../index.ts';
import { bundledPath, readBundled } from '../io/bundled.ts';
import { milliseconds, now, today, turn } from '../io/clock.ts';
import { drawerInKeptWorker, drawerInWorker } from '../io/draw-in-worker.ts';
import { LIMITS } from '../io/drawing-desk.ts';
import { cores, shardVariables } from '../io/environment.ts';
import { readEvidence } from '../io/evidence.ts';
import { readWhole } from '../io/files.ts';
import { listFinalPacks } from '../io/final-packs.ts';
import { findAttestations } from '../io/find-attestations.ts';
import { manifestIn } from '../io/fitting.ts';
import { diskPackShelf } from '../io/pack-shelf.ts';
import { readPack } from '../io/pack-source.ts';
import { passphrase } from '../io/passphrase.ts';
import { pathFrom } from '../io/path-from.ts';
import { servePreview } from '../io/preview-server.ts';
import { findPrevious, readPrevious } from '../io/previous-pack.ts';
import { freshBytes, newKeyPair } from '../io/random.ts';
import { diskShelf } from '../io/shelf.ts';
import { sweepLeftovers } from '../io/sweep.ts';
import { readTemplateFolder } from '../io/template-folder.ts';
import { askTimestamp } from '../io/timestamp-server.ts';
import { writeTrace } from '../io/traces.ts';
import { watchFiles } from '../io/watch-files.ts';
import { diskWitness } from '../io/witness.ts';
import { workInPool } from '../io/worker-pool.ts';
import { writeInTurn } from '../io/write-in-turn.ts';
import { writePack } from '../io/write-pack.ts';
import { writeWhole } from '../io/write-whole.ts';
import { Failure } from '../problem.ts';
import { prompt } from './terminal.ts';
import type { World } from './world.ts';

/** `goOn` says whether to, `interrupted` when not to any more; see `World`. */
export const diskWorld = async (
  goOn: () => void,
  interrupted: Promise<void> = new Promise(() => undefined),
): Promise<World> => ({
  shelf: diskShelf(),
  attestations: findAttestations,
  witness: diskWitness(),
  writeTrace,
  teamPool: (work) =>
    workInPool({
      ...{ ...work, entry: TEAM_WORKER, interrupted },
      ...(work.setup.template === null ? {} : { limits: LIMITS }),
    }),
  cores,
  shardVariables,
  milliseconds,
  turn,
  today,
  tool: await readTool(),
  pathFrom,
  schemaPath: (kind, file) => pathFrom(file, bundledPath('schemas', `${kind}.schema.json`)),
  bundledNames: async () => ({
    name: 'ibm.names.yaml',
    bytes: await readBundled('data', 'names', 'ibm.names.yaml'),
  }),
  writeFile: (path, data, rename) => writeWhole(path, bytesOf(data), undefined, rename),
  writeInTurn: (files) => writeInTurn(files.map(({ path, data }) => ({ path, bytes: bytesOf(data) }))),
  sweep: sweepLeftovers,
  writeNewFile: async (path, data, hint) => {
    if ((await readWhole(path)) !== null)
      throw new Failure('output-exists', `There is a file ${path} already, and it stays as it is.`, hint);
    await writeWhole(path, bytesOf(data));
  },
  packShelf: diskPackShelf(),
  template: (folder, bundled = 'audit-pack') =>
    readTemplateFolder(folder ?? bundledPath('templates', bundled)),
  drawer: (folder) => (folder === null ? DRAWER : drawerInWorker({ interrupted })),
  keptDrawer: (folder) =>
    folder === null ? { ...DRAWER, close: async () => undefined } : drawerInKeptWorker({ interrupted }),
  evidence: readCarried,
  finalPacks,
  draftPeriod,
  readPrevious,
  findPrevious,
  writePack,
  readPack,
  now,
  freshBytes,
  newKeyPair,
  passphrase: (asked) => passphrase(asked, { prompt }),
  writeSecret: (path, text) => writeWhole(path, bytesOf(text), 0o600),
  askTimestamp,
  goOn,
  interrupted,
  servePreview,
  watchFiles,
});

const TEAM_WORKER = new URL('./team-worker.js', import.meta.url);

const bytesOf = (data: string | Uint8Array): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data;

const readTool = async (): Promise<World['tool']> => {
  const about: unknown = JSON.parse(new TextDecoder().decode(await readBundled('package.json')));
  const version =
    typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '0';
  return { name: 'countersign', version };
};

const readCarried = async (path: string, team: TeamInputs): Promise<Readonly<Record<string, Uint8Array>>> => {
  const found: Record<string, Uint8Array> = {};
  for (const { id } of carriedEvidence(team)) {
    const fact = team.facts.evidence[id];
    const file = team.attestation.evidence[id]?.file;
    if (fact?.present === true && file !== undefined)
      found[id] = await readEvidence(diskShelf().beside(path, '.'), file, fact);
  }
  return found;
};

const finalPacks = async (series: string): Promise<readonly FinalOnDisk[]> => {
  const packs: FinalOnDisk[] = [];
  for (const { version, manifest } of await listFinalPacks(series)) {
    const name = `${series}/v${version}/manifest.json`;
    const bytes = (await readWhole(name)) ?? new Uint8Array();
    const { 'pack-id': packId, period, 'as-of': asOf, members } = mustRead(readManifest({ name, bytes }));
    const sealed = (await readWhole(`${series}/v${version}/${ENVELOPE}`)) !== null;
    packs.push({ version, manifest, packId, period, asOf, sealed, previous: previousIn(members) });
  }
  return packs;
};

/** The digests by which a manifest lists what the pack keeps of the one before it. */
const previousIn = (members: Manifest['members']): PreviousDigests | null => {
  const digestOf = (member: string): Digest | undefined =>
    members.find(({ path }) => path === member)?.sha256;
  const [report, manifest] = [digestOf(PREVIOUS.report), digestOf(PREVIOUS.manifest)];
  return report === undefined || manifest === undefined ? null : { report, manifest };
};

/** A manifest that cannot be read is of no draft: it was torn, and the next build writes it anew. */
const draftPeriod = async (series: string): Promise<string | null> =>
  (await manifestIn(`${series}/draft`))?.manifest.period ?? null;
