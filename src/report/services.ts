// The attested services: areas, resources and duties in the model's order, with totals at every level.
import type { Evaluation } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import type { MatrixService, ProviderRow } from '../model/matrix.ts';
import type { Area, Delegate, Resource } from '../model/model.ts';
import type { ModelDiff } from '../model/model-diff.ts';
import type {
  CustomerDuty,
  ProviderDuty,
  ReportArea,
  ReportResource,
  ReportService,
} from '../model/report.ts';
import { changesOf } from './changes.ts';
import { targetOf } from './delegations.ts';
import { customerDuty, providerDuty } from './duties.ts';
import { customerTotals, providerTotals } from './totals.ts';

type Diffs = Readonly<Record<string, ModelDiff>>;
type About = { readonly inputs: Inputs; readonly evaluation: Evaluation; readonly diffs: Diffs };
type Duties = { readonly customer: readonly CustomerDuty[]; readonly provider: readonly ProviderDuty[] };

export const servicesOf = (inputs: Inputs, evaluation: Evaluation, diffs: Diffs): readonly ReportService[] =>
  evaluation.matrix.services.map((service) => serviceOf({ inputs, evaluation, diffs }, service));

/** Everything under areas or resources, in one list. */
export const dutiesIn = (parts: readonly ReportService[]): Duties => {
  const resources = parts.flatMap(({ areas }) => areas).flatMap((area) => area.resources);
  return {
    customer: resources.flatMap(({ customer }) => customer),
    provider: resources.flatMap(({ provider }) => provider),
  };
};

const totalsOf = (parts: readonly Duties[]): ReportArea['totals'] => ({
  customer: customerTotals(parts.flatMap(({ customer }) => customer)),
  provider: providerTotals(parts.flatMap(({ provider }) => provider)),
});

const serviceOf = (about: About, { model, attestedRevision }: MatrixService): ReportService => {
  const areas = model.areas.map((area) => areaOf(about, area));
  return {
    id: model.id,
    title: model.title,
    provider: model.provider,
    revision: model.revision,
    'attested-revision': attestedRevision,
    text: model.text,
    source: { ...model.source, url: model.source.url ?? null, file: model.source.file ?? null },
    changes: changesOf(about, model),
    delegates: delegatesOf(about.inputs, model.delegates),
    totals: totalsOf(areas.flatMap(({ resources }) => resources)),
    areas,
  };
};

const areaOf = (about: About, area: Area): ReportArea => {
  const resources = area.resources.map((resource) => resourceOf(about, resource));
  return {
    code: area.code,
    anchor: area.anchor ?? null,
    title: area.title,
    allocation: area.allocation,
    scope: scopeOf(area),
    delegates: delegatesOf(about.inputs, area.delegates),
    totals: totalsOf(resources),
    resources,
  };
};

const resourceOf = ({ inputs, evaluation }: About, resource: Resource): ReportResource => {
  const isHere = ({ row }: { readonly row: ProviderRow }): boolean => row.resource === resource;
  const customer = evaluation.customer.filter(isHere).map((one) => customerDuty(inputs, evaluation, one));
  const provider = evaluation.provider.filter(isHere).map(providerDuty);
  return {
    code: resource.code,
    title: resource.title,
    allocation: resource.allocation,
    raci: resource.raci ?? null,
    delegates: delegatesOf(inputs, resource.delegates),
    totals: totalsOf([{ customer, provider }]),
    customer,
    provider,
  };
};

const scopeOf = ({ scope }: Area): ReportArea['scope'] =>
  scope === undefined
    ? null
    : {
        shared: scope.shared ?? null,
        provider: scope.provider ?? null,
        customer: scope.customer ?? null,
        other: scope.other ?? null,
      };

const delegatesOf = (inputs: Inputs, delegates: readonly Delegate[]): ReportService['delegates'] =>
  delegates.map(({ to, line, note }) => ({ ...targetOf(inputs, to), line: line ?? null, note }));
