// Which evidence files a pack carries, and under which name.
import { sha256 } from '../codec/digest.ts';
import type { TeamInputs } from '../model/inputs.ts';
import { evidenceName } from '../pack/index.ts';
import { Failure } from '../problem.ts';

/** Bytes of evidence files by evidence id. */
export type EvidenceBytes = Readonly<Record<string, Uint8Array>>;
export type EvidenceMember = { readonly id: string; readonly path: string; readonly bytes: Uint8Array };

/** The evidence whose files go into the pack, by id: those that are there and not kept by reference. */
export const carriedEvidence = ({
  attestation,
  facts,
}: TeamInputs): readonly Omit<EvidenceMember, 'bytes'>[] =>
  Object.entries(attestation.evidence)
    .flatMap(([id, { file, keep }]) =>
      file !== undefined && keep === 'copy' && facts.evidence[id]?.present === true
        ? [{ id, path: evidenceName(id, file) }]
        : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Throws a `disk` failure when bytes are not those that the facts were taken from, because somebody wrote to the file in between. */
export const evidenceMembers = (team: TeamInputs, given: EvidenceBytes): readonly EvidenceMember[] =>
  carriedEvidence(team).map(({ id, path }) => {
    const bytes = given[id];
    const fact = team.facts.evidence[id];
    if (bytes !== undefined && fact?.present === true && sha256(bytes) === fact.sha256)
      return { id, path, bytes };
    throw new Failure(
      'disk',
      `The file of ${id} changed while the pack was being built.`,
      'Build again once nobody writes to it.',
    );
  });
