// Model and attestation become one matrix: a row for every duty, and what was answered but has no duty beside it.
import { answerTo, carriedFrom, isAnswered, ownPart } from '../model/answer.ts';
import type { OwnAnswer } from '../model/attestation.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup, sortedUnique } from '../model/lookup.ts';
import type { CustomerRow, Matrix, MatrixService, ProviderRow } from '../model/matrix.ts';
import type { Area, Duty, Model, Resource } from '../model/model.ts';
import { expectedOf } from './expect.ts';
import { orphansOf } from './orphans.ts';

export const merge = (inputs: Inputs): Matrix => {
  const services = servicesOf(inputs);
  const places = services.flatMap(({ model }) => placesIn(model));
  const alone = services.length === 1;
  return {
    services,
    missing: inputs.attestation.models.map(({ id }) => id).filter((id) => lookup(inputs.models, id) === null),
    customer: places.flatMap((place) =>
      place.resource.customer.map((duty) => customerRow(inputs, place, duty, alone)),
    ),
    provider: places.flatMap((place) => place.resource.provider.map((duty) => rowOf(place, duty, alone))),
    orphans: orphansOf(inputs, services),
  };
};

/** Attested models that are at hand, each once, in the attestation's order. */
const servicesOf = ({ attestation, models }: Inputs): readonly MatrixService[] =>
  attestation.models
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
    .flatMap(({ id, revision }) => {
      const model = lookup(models, id);
      return model === null ? [] : [{ model, attestedRevision: revision }];
    });

type Place = { readonly model: Model; readonly area: Area; readonly resource: Resource };

const placesIn = (model: Model): readonly Place[] =>
  model.areas.flatMap((area) => area.resources.map((resource) => ({ model, area, resource })));

const rowOf = (place: Place, duty: Duty, alone: boolean): ProviderRow => {
  const id = `${place.model.id}/${duty.id}`;
  return { id, name: alone ? duty.id : id, duty, ...place };
};

const customerRow = (inputs: Inputs, place: Place, duty: Duty, alone: boolean): CustomerRow => {
  const { model, area, resource } = place;
  const answers = lookup(inputs.attestation.duties, model.id) ?? {};
  const found = answerTo(answers, duty.id, resource.code);
  const own = found === null ? null : ownPart(found.answer);
  const expected = expectedOf(inputs.policy, model.id, [duty.id, resource.code, area.code]);
  return {
    answer: found?.answer ?? null,
    answeredBy: found?.by ?? null,
    own,
    answered: found !== null && isAnswered(found.answer),
    carriedFrom: found === null ? null : carriedFrom(found.answer),
    evidence: sortedUnique(own?.evidence ?? []),
    remediations: own === null ? [] : remediationsIn(own),
    expected,
    frequency: own?.frequency ?? expected.frequency,
    // Last, because records that begin with a copy take many times as long to make.
    ...rowOf(place, duty, alone),
  };
};

const remediationsIn = (own: OwnAnswer): readonly string[] =>
  sortedUnique([own, ...Object.values(own.except)].flatMap(({ remediation }) => remediation ?? []));
