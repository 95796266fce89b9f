// Holds the ids that an attestation answers against the models it names.
import type { Attestation } from '../model/attestation.ts';
import { lookup } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { Diagnostic } from '../problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { errorAtPath } from './error-at-path.ts';
import { quoted } from './plain.ts';
import type { PlacedReading } from './reading.ts';

/**
 * A diagnostic for each answered id that the model has never given. Ids that it has retired, and unknown ids of an attestation
 * that speaks of another revision, are left to evaluation, which makes findings of them. Models that are not at hand are passed over.
 */
export const checkDuties = (
  reading: PlacedReading<Attestation>,
  file: string,
  models: Readonly<Record<string, Model>>,
): readonly Diagnostic[] => {
  const attestation = reading.value;
  if (attestation === null) return [];
  return attestation.models.flatMap(({ id, revision }) => {
    const model = lookup(models, id);
    if (model === null || model.revision !== revision) return [];
    const given = new Set(idsOf(model));
    const retired = new Set(model.retired.map((gone) => gone.id));
    const unknown = Object.keys(lookup(attestation.duties, id) ?? {}).filter(
      (key) => !given.has(key) && !retired.has(key),
    );
    return unknown.map((key) => unknownDuty(reading, file, model, given, key));
  });
};

/** Codes of resources and ids of duties: what an answer may stand under. */
const idsOf = (model: Model): readonly string[] =>
  model.areas.flatMap((area) =>
    area.resources.flatMap(({ code, provider, customer }) => [
      code,
      ...customer.map(({ id }) => id),
      ...provider.map(({ id }) => id),
    ]),
  );

const unknownDuty = (
  reading: PlacedReading<Attestation>,
  file: string,
  model: Model,
  given: ReadonlySet<string>,
  key: string,
): Diagnostic =>
  errorAtPath({ name: file }, reading, ['duties', model.id, key], {
    code: 'reference-unknown',
    sentence: `${quoted(key)} is no duty and no resource of ${model.id} at revision ${model.revision}.`,
    hint: `${didYouMean(key, given)}List them with \`countersign model show ${model.id}\`.`,
  });
