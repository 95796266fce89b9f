// Provider duties that are not covered in full, gathered by service and by why, for the rules that explain it.
import type { AssuranceState } from '../model/evaluation.ts';
import type { ProviderDuty } from '../model/report.ts';
import type { Observation } from './rule.ts';
import { counted } from './say.ts';
import type { Scene } from './scene.ts';

/** What a rule makes its sentence of: `3 provider duties of acme-run are`, and the reports concerned. */
export type Group = { readonly head: string; readonly reports: readonly AssuranceState[] };
export type Said = Omit<Observation, 'duties'>;

/** One observation for each service that has duties with one of these reasons; the service is among its refs. */
export const providerObservations = (
  scene: Scene,
  whys: readonly ProviderDuty['why'][],
  say: (group: Group) => Said,
): readonly Observation[] =>
  scene.matrix.services.flatMap(({ model }) => {
    const found = scene.provider.filter(({ row, why }) => row.model.id === model.id && whys.includes(why));
    if (found.length === 0) return [];
    const many = counted(found.length, 'provider duty', 'provider duties');
    const head = `${many} of ${model.id} ${found.length === 1 ? 'is' : 'are'}`;
    const reports = scene.assurance.filter(({ id }) => found.some(({ by }) => by.includes(id)));
    const said = say({ head, reports });
    return [{ duties: found.map(({ row }) => row.id), ...said, refs: [...said.refs, model.id] }];
  });
