// Provider duties that are not covered in full, gathered by service and by why, for the rules that explain it.
import { sortedUnique } from '../model/lookup.ts';
import type { ProviderDuty } from '../model/report.ts';
import type { Observation } from './rule.ts';
import { counted, listed } from './say.ts';
import type { Scene } from './scene.ts';

/** What a sentence needs: the service, `3 provider duties`, and the reports and letters concerned. */
export type Group = { readonly service: string; readonly many: string; readonly by: string };

/** One observation for each service that has duties with one of these reasons. */
export const providerObservations = (
  scene: Scene,
  whys: readonly ProviderDuty['why'][],
  say: (group: Group) => Pick<Observation, 'sentence' | 'fix'>,
): readonly Observation[] =>
  scene.matrix.services.flatMap(({ model }) => {
    const found = scene.provider.filter(({ row, why }) => row.model.id === model.id && whys.includes(why));
    if (found.length === 0) return [];
    const refs = sortedUnique(found.flatMap(({ by }) => by));
    const many = counted(found.length, 'provider duty', 'provider duties');
    const said = say({ service: model.id, many, by: listed(refs) });
    return [{ duties: found.map(({ row }) => row.id), refs: [...refs, model.id], ...said }];
  });
