// Bytes of all input files to the one value an evaluation depends on; what is wrong with any of them comes back together.
import type { Attestation } from '../model/attestation.ts';
import type { Inputs, TeamInputs } from '../model/inputs.ts';
import { lookup } from '../model/lookup.ts';
import type { Day } from '../model/scalar.ts';
import type { Diagnostic } from '../problem.ts';
import { checkDuties, errorAtPath, readFacts, readLock, readPrevious } from '../read/index.ts';
import type { PlacedReading, Reading, SourceFile } from '../read/reading.ts';
import { invalid } from './must-read.ts';
import { previousElsewhere } from './previous-elsewhere.ts';
import type { RawInputs, RawTeam } from './raw-inputs.ts';
import { readAssuranceOnce, readAttestationOnce, readModelOnce, readPolicyOnce } from './read-once.ts';

/** All inputs but the sign-offs, which are examined against them. */
export type Unsigned = Omit<Inputs, 'signOffs'>;

/** `warnings` are diagnostics that do not stop the work. */
export type ParsedInputs = { readonly inputs: Unsigned; readonly warnings: readonly Diagnostic[] };

/** Throws an `input-invalid` failure with the diagnostics of all files when one of them cannot be used. */
export const parseInputs = (raw: RawInputs, asOf: Day): ParsedInputs => {
  const told: (readonly Diagnostic[])[] = [];
  const take = <T>(reading: Reading<T>): T | null => {
    told.push(reading.diagnostics);
    return reading.value;
  };
  const own = readTeam(raw, take);
  const models = readAll(raw.models, (file) => take(readModelOnce(file)));
  const previousModels = readAll(raw.previousModels, (file) => take(readModelOnce(file)));
  told.push(calledOtherwise(raw), movedFrom(raw, own.reading));
  const policy = take(readPolicyOnce(raw.policy));
  const assurance = raw.assurance === null ? null : take(readAssuranceOnce(raw.assurance));
  const inherited = readAll(raw.inherited, (files) => readTeam(files, take).team);
  const previous = raw.previous === null ? null : take(readPrevious(raw.previous));
  told.push(previousElsewhere(previous, own.team?.attestation ?? null, raw.previous?.report.name ?? ''));
  told.push(checkDuties(own.reading, raw.attestation.name, models));
  const diagnostics = told.flat();
  if (own.team === null || policy === null || diagnostics.some(({ severity }) => severity === 'error'))
    throw invalid(diagnostics);
  return {
    inputs: { ...own.team, asOf, models, previousModels, policy, assurance, inherited, previous },
    warnings: diagnostics,
  };
};

type Take = <T>(reading: Reading<T>) => T | null;
type TeamReading = { readonly team: TeamInputs | null; readonly reading: PlacedReading<Attestation> };

const readTeam = (raw: RawTeam, take: Take): TeamReading => {
  const reading = readAttestationOnce(raw.attestation);
  const attestation = take(reading);
  const lock = raw.lock === null ? null : take(readLock(raw.lock));
  const facts = take(readFacts(raw.facts));
  return { team: attestation === null || facts === null ? null : { attestation, lock, facts }, reading };
};

const readAll = <A, B>(
  files: Readonly<Record<string, A>>,
  read: (file: A) => B | null,
): Readonly<Record<string, B>> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([name, file]) => {
      const value = read(file);
      return value === null ? [] : [[name, value] as const];
    }),
  );

/** Models and teams are looked up by the ids that the attestation gives them; under another id a file would answer in a wrong name. */
export const calledOtherwise = ({
  models,
  inherited,
}: Pick<RawInputs, 'models' | 'inherited'>): readonly Diagnostic[] => [
  ...Object.entries(models).flatMap(([id, file]) => {
    const reading = readModelOnce(file);
    const own = reading.value?.id ?? id;
    const sentence = `This is the model \`${own}\`, and \`${id}\` is asked for.`;
    return own === id ? [] : [errorAtPath(file, reading, ['id'], { ...OTHER_ID, sentence })];
  }),
  ...Object.entries(inherited).flatMap(([id, { attestation: file }]) => {
    const reading = readAttestationOnce(file);
    const own = reading.value?.team.id ?? id;
    const sentence = `This is the attestation of \`${own}\`, and answers of \`${id}\` are taken from it.`;
    return own === id ? [] : [errorAtPath(file, reading, ['team', 'id'], { ...OTHER_ID, sentence })];
  }),
];

/** What the attestation was moved from must be of that id and revision; where it is not at hand, the report says nothing of what changed. */
const movedFrom = (
  { attestation: file, previousModels }: RawInputs,
  reading: PlacedReading<Attestation>,
): readonly Diagnostic[] =>
  (reading.value?.models ?? []).flatMap(({ id, previous }, index): readonly Diagnostic[] => {
    if (previous === undefined) return [];
    const before = lookup(previousModels, id);
    if (before !== null) return otherRevision(before, id, previous);
    const trouble = errorAtPath(file, reading, ['models', index, 'previous'], {
      code: 'reference-unknown',
      sentence: `The model ${id} of revision ${previous} is not at hand, so that the report cannot say what the provider changed.`,
      hint: 'Put it into models/ beside the attestation, or take the line away.',
    });
    return [{ ...trouble, severity: 'warning' }];
  });

const otherRevision = (file: SourceFile, id: string, previous: Day): readonly Diagnostic[] => {
  const reading = readModelOnce(file);
  const model = reading.value;
  if (model === null || (model.id === id && model.revision === previous)) return [];
  const sentence = `This is the model \`${model.id}\` of revision ${model.revision}; the attestation was moved from \`${id}\` of ${previous}.`;
  const path = model.id === id ? ['revision'] : ['id'];
  return [errorAtPath(file, reading, path, { ...OTHER_ID, sentence })];
};

const OTHER_ID = {
  code: 'reference-unknown',
  hint: 'Name the right file in the attestation, or correct the id in one of the two.',
} as const;
