// Controls that a report on an attested service presumes at the customer.

import { sortedEntries } from '../../model/lookup.ts';
import type { CustomerRow } from '../../model/matrix.ts';
import { namesDuty } from '../coverage.ts';
import type { Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';

export const complementaryControlUnanswered: Rule = {
  id: 'complementary-control-unanswered',
  title: 'Complementary control unanswered',
  why: 'The provider’s report holds only if its customers do their part.',
  severity: 'moderate',
  check: (scene) =>
    scene.assurance.flatMap(({ id, item }) =>
      sortedEntries(item['complementary-controls'])
        .filter(([, control]) => concerns(scene, item.services) && isUnanswered(scene, control.duties))
        .map(([control]) => ({
          duties: namedRows(scene, item['complementary-controls'][control]?.duties ?? {}).map(
            (row) => row.id,
          ),
          refs: [id, control],
          sentence: `${id} presumes control ${control} at the customer, and no duty that is answered stands for it.`,
          fix: 'Answer the duties that stand for it, or map it to duties in the assurance file.',
        })),
    ),
};

type Places = Readonly<Record<string, readonly string[]>>;

const concerns = ({ matrix }: Scene, services: readonly string[]): boolean =>
  matrix.services.some(({ model }) => services.includes(model.id));

const namedRows = ({ matrix }: Scene, places: Places): readonly CustomerRow[] =>
  matrix.customer.filter((row) => namesDuty(places, row));

/** A control mapped only to services that this team does not attest is for others to answer. */
const isUnanswered = (scene: Scene, places: Places): boolean => {
  const models = Object.keys(places);
  const ours = models.some((id) => scene.matrix.services.some(({ model }) => model.id === id));
  return (models.length === 0 || ours) && !namedRows(scene, places).some(({ answered }) => answered);
};
