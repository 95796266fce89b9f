// A customer duty as it stands in an attestation before anybody has answered it, and the comments that the program keeps true there.
import type { Area, Duty, Model, Resource } from '../model/model.ts';
import { comment } from './comment.ts';

export const serviceNote = ({ title, revision }: Pick<Model, 'title' | 'revision'>): string =>
  `${title}, revision ${revision}`;

export const resourceNote = (area: Pick<Area, 'title'>, resource: Pick<Resource, 'title' | 'code'>): string =>
  `---- ${area.title}: ${resource.title} (${resource.code}) ----`;

export const dutyNote = ({ id, line, text }: Pick<Duty, 'id' | 'line' | 'text'>): string =>
  `${id} (line ${line}): ${text}`;

/** `reasons` are comments of their own between its text and its key; `column` is the key's, `step` what stands deeper below it. */
export const blankDuty = (
  duty: Pick<Duty, 'id' | 'line' | 'text'>,
  column: number,
  step = 2,
  reasons: readonly string[] = [],
): readonly string[] => {
  const inner = ' '.repeat(column + step);
  return [
    ...comment(dutyNote(duty), column),
    ...reasons.flatMap((reason) => comment(reason, column)),
    `${' '.repeat(column)}${duty.id}:`,
    `${inner}status:`,
    `${inner}owner:`,
    `${inner}statement:`,
    `${inner}evidence: []`,
  ];
};
