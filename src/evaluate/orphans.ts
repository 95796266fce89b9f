// Answers that no customer duty takes up. None is dropped: each comes with the reason why nothing takes it up.
import { isBlank } from '../model/answer.ts';
import type { Answer } from '../model/attestation.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup, sortedEntries } from '../model/lookup.ts';
import type { MatrixService, Orphan, OrphanReason } from '../model/matrix.ts';
import type { Model } from '../model/model.ts';

type Answers = Readonly<Record<string, Answer>>;

export const orphansOf = (inputs: Inputs, services: readonly MatrixService[]): readonly Orphan[] =>
  sortedEntries(inputs.attestation.duties).flatMap(([model, answers]) =>
    sortedEntries(answers).flatMap(([key, answer]) => {
      const why = isBlank(answer) ? null : reasonOf(inputs, services, model, key, answers);
      return why === null ? [] : [{ model, key, why }];
    }),
  );

const reasonOf = (
  inputs: Inputs,
  services: readonly MatrixService[],
  id: string,
  key: string,
  answers: Answers,
): OrphanReason | null => {
  if (!inputs.attestation.models.some((listed) => listed.id === id)) return 'model-not-listed';
  const model = services.find((service) => service.model.id === id)?.model;
  if (model === undefined) return 'model-missing';
  return /-[PC]\d+$/.test(key) ? reasonOfDuty(model, key) : reasonOfResource(model, key, answers);
};

const reasonOfDuty = (model: Model, key: string): OrphanReason | null => {
  const resources = model.areas.flatMap((area) => area.resources);
  if (resources.some(({ customer }) => customer.some(({ id }) => id === key))) return null;
  if (resources.some(({ provider }) => provider.some(({ id }) => id === key))) return 'duty-of-provider';
  return model.retired.some(({ id }) => id === key) ? 'duty-retired' : 'duty-unknown';
};

const reasonOfResource = (model: Model, key: string, answers: Answers): OrphanReason | null => {
  const resource = model.areas.flatMap((area) => area.resources).find(({ code }) => code === key);
  if (resource === undefined) return 'resource-unknown';
  if (resource.customer.length === 0) return 'resource-without-duties';
  const overridden = resource.customer.every(({ id }) => {
    const narrow = lookup(answers, id);
    return narrow !== null && !isBlank(narrow);
  });
  return overridden ? 'resource-overridden' : null;
};
