// Controls that a report on an attested service presumes at the customer.

import { sortedEntries } from '../../model/lookup.ts';
import type { CustomerRow } from '../../model/matrix.ts';
import { namesDuty } from '../coverage.ts';
import type { Rule } from '../rule.ts';
import { dutiesSaid } from '../say.ts';
import type { Scene } from '../scene.ts';

export const complementaryControlUnanswered: Rule = {
  id: 'complementary-control-unanswered',
  title: 'Complementary control unanswered',
  why: 'The provider’s report holds only if its customers do their part.',
  severity: 'moderate',
  check: (scene) =>
    scene.assurance
      .filter(({ item }) => scene.matrix.services.some(({ model }) => item.services.includes(model.id)))
      .flatMap(({ id, item }) =>
        sortedEntries(item['complementary-controls']).flatMap(([control, { duties }]) => {
          const rows = scene.matrix.customer.filter((row) => namesDuty(duties, row));
          if (!isOurs(scene, duties) || rows.some(({ answered }) => answered)) return [];
          const sentence = `${id} presumes control ${control} at the customer, and ${saidOf(scene, rows)}.`;
          const fix = 'Answer the duties that stand for it, or map it to duties in the assurance file.';
          return [{ duties: rows.map((row) => row.id), refs: [id, control], sentence, fix }];
        }),
      ),
};

/** A control mapped only to services that this team does not attest is for others to answer. */
const isOurs = ({ matrix }: Scene, places: Readonly<Record<string, readonly string[]>>): boolean => {
  const models = Object.keys(places);
  return models.length === 0 || models.some((id) => matrix.services.some(({ model }) => model.id === id));
};

const saidOf = (scene: Scene, rows: readonly CustomerRow[]): string => {
  if (rows.length === 0) return 'no duty stands for it';
  const ids = rows.map((row) => row.id);
  return `${dutiesSaid(scene, ids)}, which ${ids.length === 1 ? 'stands' : 'stand'} for it, ${ids.length === 1 ? 'is' : 'are'} not answered`;
};
