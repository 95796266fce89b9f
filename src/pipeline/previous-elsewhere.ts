// Whether a previous pack can be the one before: it is of the same team and system, and its period is over when this one begins.
import type { Attestation } from '../model/attestation.ts';
import { spanOf } from '../model/period.ts';
import type { Previous } from '../model/previous.ts';
import type { Diagnostic } from '../problem.ts';

/** `file` is the previous report's name. Nothing is said while one of the two could not be read. */
export const previousElsewhere = (
  previous: Previous | null,
  attestation: Attestation | null,
  file: string,
): readonly Diagnostic[] => {
  if (previous === null || attestation === null) return [];
  const sentence = otherOwner(previous, attestation) ?? notOver(previous, attestation);
  if (sentence === null) return [];
  const hint = 'Give the pack of the same team and system for the period before this one.';
  return [{ code: 'previous-refused', severity: 'error', file, place: null, excerpt: null, sentence, hint }];
};

const otherOwner = (previous: Previous, { team, system }: Attestation): string | null => {
  const [there, here] = [`${previous.team}.${previous.system}`, `${team.id}.${system.id}`];
  return there === here
    ? null
    : `The previous pack is of \`${there}\`, and this attestation is of \`${here}\`.`;
};

const notOver = ({ period }: Previous, attestation: Attestation): string | null => {
  const own = spanOf(attestation.period);
  if (period.to < own.from) return null;
  return `The previous pack is for \`${period.label}\`, which ends on ${period.to}; \`${own.label}\` begins on ${own.from}, so that the two are not one after the other.`;
};
