// A final pack that was made from these very inputs stands as it is: nothing is built, and nothing of it ever replaced.
import { sha256 } from '../../codec/digest.ts';
import { writeZip } from '../../codec/zip.ts';
import type { Digest } from '../../model/scalar.ts';
import { packFolder, zipName } from '../../pack/index.ts';
import { Failure } from '../../problem.ts';
import { packIdOf } from '../../report/index.ts';
import type { JudgedTeam } from './build-team.ts';
import { packThere } from './pack-fits.ts';
import type { UpToDate } from './result.ts';
import type { FinalOnDisk, TeamWishes, Workshop } from './workshop.ts';

/**
 * The same inputs were already approved and delivered. Where nobody named an as-of day, the pack's own counts: a job that runs every
 * night must not ask for an amendment because a day has passed. Likewise the opening position: where nobody named a previous pack, the
 * one that it was built with counts, so that amending the period before does not ask for an amendment of this one.
 */
export const isMadeOf = (
  { judged: { inputs, evaluation }, asOf }: JudgedTeam,
  last: FinalOnDisk,
  { previous }: TeamWishes,
): boolean =>
  evaluation.approvals.complete &&
  last.packId ===
    packIdOf({
      ...inputs,
      asOf: asOf.from === 'today' ? last.asOf : inputs.asOf,
      previous: previous === null ? last.previous : inputs.previous,
    });

/** Throws `pack-final` where it is damaged, or should be sealed and is not. */
export const finalStands = async (
  workshop: Workshop,
  wishes: TeamWishes,
  team: JudgedTeam,
  { version, packId, sealed, previous }: FinalOnDisk,
): Promise<UpToDate> => {
  if (wishes.sealed && !sealed) throw unsealed(version);
  const pieces = { ...team.name, edition: { state: 'final', version } } as const;
  const pack = `${wishes.out}/${packFolder(pieces)}`;
  const there = packThere(workshop.witness, pack);
  if (there.kind === 'damaged') throw damagedFinal(pack, version, there.why);
  if (there.kind === 'none') throw damagedFinal(pack, version, 'it has no manifest any more');
  const zip = wishes.zip ? await zipOf(workshop, wishes, pack, `${team.series}/${zipName(pieces)}`) : null;
  const untraced = await team.traced({
    ...{ state: 'final', version, 'pack-id': packId, zip, usesInstalledFonts: false },
    ...{ manifest: there.manifest, envelope: there.envelope, seal: sealed ? 'some' : null },
    previous: previous?.manifest ?? null,
  });
  const name = `${team.name.team}.${team.name.system}`;
  return { outcome: 'up-to-date', code: team.code, name, pack, packId, untraced, state: 'final', version };
};

/** A seal cannot be put on afterwards: a final pack never changes. */
const unsealed = (version: number): Failure =>
  new Failure(
    'pack-final',
    `Version ${version} of this pack was made from these very inputs, is final, and is not sealed.`,
    `Use --amend "REASON" with --seal to make version ${version + 1}, which is sealed and names version ${version}.`,
  );

const damagedFinal = (pack: string, version: number, why: string): Failure =>
  new Failure(
    'pack-final',
    `${pack} is final and no longer what its manifest says: ${why}.`,
    `Put it back as it was delivered; it is never overwritten. Or use --amend "REASON" to make version ${version + 1}.`,
  );

/** A run that was killed after the pack was placed left no zip file; it is made of the pack's own files, to the same bytes. */
const zipOf = async (
  { witness, writeFile }: Workshop,
  { inPlace }: TeamWishes,
  pack: string,
  path: string,
): Promise<Digest | null> => {
  const paths = witness.below(pack);
  if (paths === 'unreadable') return null;
  const entries = paths.flatMap((member) => {
    const data = witness.bytes(`${pack}/${member}`);
    return data === null || data === 'unreadable' ? [] : [{ path: member, data }];
  });
  const bytes = writeZip(entries);
  const there = witness.measure(path);
  const digest = sha256(bytes);
  if (there === null || there === 'unreadable' || there.sha256 !== digest)
    await writeFile(path, bytes, inPlace ? 'none' : 'atomic');
  return digest;
};
