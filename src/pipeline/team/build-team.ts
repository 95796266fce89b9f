// Builds and writes the pack of a team that was judged, and leaves a trace of what it was made from.
import { sha256 } from '../../codec/digest.ts';
import { writeZip } from '../../codec/zip.ts';
import type { Edition } from '../../model/report.ts';
import type { Digest } from '../../model/scalar.ts';
import { ENVELOPE, MANIFEST, packFolder, type SealMaking, zipName } from '../../pack/index.ts';
import { type AsOf, buildPack, type Judged, type Pack } from '../../pipeline.ts';
import type { Traced } from './leave-trace.ts';
import { digestBefore } from './pack-before.ts';
import { type Built, type SeverityCounts, summaryOf } from './result.ts';
import type { Standing } from './up-to-date.ts';
import type { TeamWishes, Workshop } from './workshop.ts';

/** A team's job halfway: judged, and placed below the output folder. */
export type JudgedTeam = {
  readonly path: string;
  readonly judged: Judged;
  readonly asOf: AsOf;
  readonly findings: SeverityCounts;
  readonly code: 0 | 1;
  readonly name: { readonly team: string; readonly system: string; readonly period: string };
  /** The folder of all editions of its pack. */
  readonly series: string;
  /** Path of the pack that it goes on from. */
  readonly before: string | null;
  /** Leaves a trace; null, or why there is none. */
  readonly traced: (about: Traced) => Promise<string | null>;
};

/** Throws what the stages throw, `pack-final` or `disk`. */
export const buildTeam = async (
  workshop: Workshop,
  wishes: TeamWishes,
  standing: Standing,
  team: JudgedTeam,
  edition: Edition,
): Promise<Built> => {
  const seal = await workshop.seal();
  const made = await make(workshop, wishes, team, edition, seal);
  const pack = `${wishes.out}/${packFolder({ ...team.name, edition })}`;
  workshop.goOn();
  const rename = wishes.inPlace ? 'none' : 'atomic';
  // The very same final pack may be there by now, put by another run; then it is as good as written.
  await workshop.writePack(pack, made.members, { final: edition.state === 'final', rename });
  const zip = wishes.zip ? await writeZipOf(workshop, rename, team, edition, made) : null;
  const untraced = await team.traced({
    ...tracedOf(made, seal, zip?.digest ?? null, standing),
    previous: digestBefore(workshop, team.before),
  });
  const { report, members } = made;
  return {
    ...{ outcome: 'built', code: team.code, name: `${team.name.team}.${team.name.system}`, pack, untraced },
    zip: zip?.path ?? null,
    packId: report['pack-id'],
    summary: summaryOf(report),
    members: members.map(({ path, bytes }) => ({ path, size: bytes.length })),
  };
};

const make = async (
  workshop: Workshop,
  { language, paper }: TeamWishes,
  { path, judged, asOf }: JudgedTeam,
  edition: Edition,
  seal: SealMaking | null,
): Promise<Pack> =>
  buildPack(
    judged,
    {
      ...{ edition, language, paper, seal },
      tool: workshop.tool,
      asOfFrom: asOf.from,
      template: await workshop.template(),
      evidence: await workshop.evidence(path, judged.inputs),
    },
    workshop.draw,
  );

const writeZipOf = async (
  workshop: Workshop,
  rename: 'atomic' | 'none',
  { series, name }: JudgedTeam,
  edition: Edition,
  { members }: Pack,
): Promise<{ readonly path: string; readonly digest: Digest }> => {
  const path = `${series}/${zipName({ ...name, edition })}`;
  const bytes = writeZip(members.map((member) => ({ path: member.path, data: member.bytes })));
  await workshop.writeFile(path, bytes, rename);
  return { path, digest: sha256(bytes) };
};

const tracedOf = (
  { report, members }: Pack,
  seal: SealMaking | null,
  zip: Digest | null,
  { run }: Standing,
): Omit<Traced, 'previous'> => {
  const digests = new Map(
    members.flatMap(({ path, bytes }) =>
      path === MANIFEST || path === ENVELOPE ? [[path, sha256(bytes)] as const] : [],
    ),
  );
  return {
    ...{ state: report.edition.state, version: report.edition.version, 'pack-id': report['pack-id'], zip },
    manifest: digests.get(MANIFEST) ?? sha256(''),
    envelope: digests.get(ENVELOPE) ?? null,
    seal: seal?.signer.certificate.facts.fingerprint ?? null,
    usesInstalledFonts: report.maker.template.digest !== run.template,
  };
};
