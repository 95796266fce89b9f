// What the pages of the attested services leave to other services: every edge, and the map of them from service to service.
import { delegationEdges } from '../model/delegation-edges.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { Report, ReportService } from '../model/report.ts';

type Edge = Report['delegations'][number];
type Target = { readonly to: string; readonly title: string | null; readonly attested: boolean };

/** The service that an edge leads to; its title is known where its model is at hand. */
export const targetOf = (inputs: Inputs, to: string): Target => ({
  to,
  title: lookup(inputs.models, to)?.title ?? null,
  attested: inputs.attestation.models.some(({ id }) => id === to),
});

/** All edges in one list; `from` is the model, area or resource that delegates. */
export const delegationsOf = (inputs: Inputs, models: readonly Model[]): readonly Edge[] =>
  models.flatMap((model) =>
    delegationEdges(model).map(({ code, title, delegate: { to, note } }) => {
      const target = targetOf(inputs, to);
      const from = code === null ? model.id : `${model.id}/${code}`;
      return { from, title, to, 'to-title': target.title, note, attested: target.attested };
    }),
  );

/** One line for each pair of services, in the order of the edges, with what is attested of the one that is pointed to. */
export const delegationMapOf = (
  edgesOfAll: readonly Edge[],
  services: readonly ReportService[],
): Report['delegation-map'] => {
  const known = new Map(services.map((service) => [service.id, service]));
  const pairs = new Map<string, { readonly first: Edge; readonly from: string; readonly places: string[] }>();
  for (const edge of edgesOfAll) {
    const [from = '', place = ''] = edge.from.split('/', 2);
    // A service that names itself leaves nothing to anybody.
    if (from === edge.to) continue;
    const pair = pairs.get(`${from} ${edge.to}`) ?? { first: edge, from, places: [] };
    if (place !== '') pair.places.push(place);
    pairs.set(`${from} ${edge.to}`, pair);
  }
  return [...pairs.values()].map(({ first, from, places }) => ({
    from,
    'from-title': known.get(from)?.title ?? from,
    to: first.to,
    'to-title': first['to-title'],
    places,
    attested: first.attested,
    customer: known.get(first.to)?.totals.customer ?? null,
  }));
};
