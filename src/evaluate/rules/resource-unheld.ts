// Resources allocated to nobody, or without a duty of either party; third parties excepted.
import type { Resource } from '../../model/model.ts';
import type { Rule } from '../rule.ts';

export const resourceUnheld: Rule = {
  id: 'resource-unheld',
  title: 'Nobody holds a resource',
  why: 'What neither party holds falls between the two.',
  severity: 'moderate',
  check: (scene) =>
    scene.matrix.services.flatMap(({ model }) =>
      model.areas
        .flatMap(({ resources }) => resources)
        .filter(isUnheld)
        .map(({ code, title, allocation }) => ({
          duties: [],
          refs: [code],
          sentence: `Nobody holds ${title} (${code}) of ${model.id}: ${allocation === 'none' ? 'the provider allocates it to nobody' : 'neither party has a duty in it'}.`,
          fix: 'Ask the provider who holds it, and decide what the system needs.',
        })),
    ),
};

const isUnheld = ({ allocation, provider, customer }: Resource): boolean =>
  allocation === 'none' || (allocation !== 'third-party' && provider.length + customer.length === 0);
