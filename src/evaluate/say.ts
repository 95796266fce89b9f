// The words findings are made of: duties, people and lists, said the same way by every rule.
import { dayOfInstant } from '../model/calendar.ts';
import type { Held } from '../model/evaluation.ts';
import { lookup } from '../model/lookup.ts';
import type { SignOffFacts } from '../model/sign-off.ts';
import type { Scene } from './scene.ts';

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `1 day`, `3 days`. */
export const counted = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

/** A duty's id as sentences use it: without its model while only one is attested. */
export const dutyName = (scene: Scene, id: string): string =>
  scene.matrix.services.length === 1 ? id.slice(id.indexOf('/') + 1) : id;

/** Up to three duties by name, more by number; a finding lists them all beside its sentence. */
export const dutiesSaid = (scene: Scene, ids: readonly string[]): string =>
  ids.length <= 3 ? listed(ids.map((id) => dutyName(scene, id))) : counted(ids.length, 'duty', 'duties');

/** ` of D-1`, or nothing when no answer names it. */
export const servingSaid = (scene: Scene, ids: readonly string[]): string =>
  ids.length === 0 ? '' : `, which ${dutiesSaid(scene, ids)} ${ids.length === 1 ? 'names' : 'name'},`;

/** `Name (id)`, or the id of somebody the attestation does not list. */
export const personSaid = ({ inputs }: Scene, id: string): string => {
  const person = lookup(inputs.attestation.people, id);
  return person === null ? id : `${person.name} (${id})`;
};

/** `preparer, Name (id)`: who holds a role. */
export const heldSaid = (scene: Scene, { role, person }: Held): string =>
  `${role}, ${personSaid(scene, person)}`;

/** `The preparer's sign-off of 2026-10-07 by Name (id)` */
export const signOffSaid = (scene: Scene, { role, person, at }: SignOffFacts): string =>
  `The ${role}'s sign-off of ${dayOfInstant(at)} by ${personSaid(scene, person)}`;

/** People's own words inside a sentence, without the full stop they may end with. */
export const quoted = (words: string): string => {
  const line = words.trim().replace(/\s+/g, ' ');
  let end = line.length;
  // A loop and no pattern, because a pattern for the end of a text is tried at each of its characters.
  while (line[end - 1] === '.') end -= 1;
  return `“${line.slice(0, end)}”`;
};
