// The part of a real run's world that has to do with packs: loaded once a command asks for it.
import {
  carriedEvidence,
  type Digest,
  ENVELOPE,
  type FinalOnDisk,
  type Manifest,
  mustRead,
  PREVIOUS,
  type PreviousDigests,
  readManifest,
  type TeamInputs,
} from '../index.ts';
import { readEvidence } from '../io/evidence.ts';
import { readWhole } from '../io/files.ts';
import { listFinalPacks } from '../io/final-packs.ts';
import { manifestIn } from '../io/fitting.ts';
import { diskShelf } from '../io/shelf.ts';

export { readPack } from '../io/pack-source.ts';
export { findPrevious, readPrevious } from '../io/previous-pack.ts';
export { sweepLeftovers } from '../io/sweep.ts';
export { writePack } from '../io/write-pack.ts';

export const readCarried = async (
  path: string,
  team: TeamInputs,
): Promise<Readonly<Record<string, Uint8Array>>> => {
  const found: Record<string, Uint8Array> = {};
  for (const { id } of carriedEvidence(team)) {
    const fact = team.facts.evidence[id];
    const file = team.attestation.evidence[id]?.file;
    if (fact?.present === true && file !== undefined)
      found[id] = await readEvidence(diskShelf().beside(path, '.'), file, fact);
  }
  return found;
};

export const finalPacks = async (series: string): Promise<readonly FinalOnDisk[]> => {
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
export const draftPeriod = async (series: string): Promise<string | null> =>
  (await manifestIn(`${series}/draft`))?.manifest.period ?? null;
