// What a sign-off is made over: every input as a digest, every answered duty as one of its own, and a mark for each field, so that a
// later change can be called by name.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { sha256 } from '../../codec/digest.ts';
import { answerTo, keysSaid } from '../../model/answer.ts';
import type { Attestation } from '../../model/attestation.ts';
import type { Inputs } from '../../model/inputs.ts';
import { byCodeUnits, lookup, sortedEntries, sortedUnique } from '../../model/lookup.ts';
import type { Digest } from '../../model/scalar.ts';
import type { SignedContent, SignOffChanges } from '../../model/sign-off.ts';

/** Parsed inputs: the as-of day is the reader's, and sign-offs cannot be made over themselves. */
export type Signable = Omit<Inputs, 'asOf' | 'signOffs'>;

const digestOf = (value: unknown): Digest => sha256(canonicalJson(value));
const markOf = (value: unknown): string => digestOf(value).slice('sha256:'.length, 'sha256:'.length + 16);

/** One digest over all subjects: what printed sign-offs show. */
export const contentDigest = ({ subject }: Pick<SignedContent, 'subject'>): Digest => digestOf(subject);

export const signedContent = (inputs: Signable): SignedContent => ({
  subject: subjectsOf(inputs).map(([name, value]) => ({
    name,
    digest: { sha256: digestOf(value).slice('sha256:'.length) },
  })),
  duties: dutiesOf(inputs),
  parts: Object.fromEntries(partsOf(inputs).map(([name, value]) => [name, markOf(value)])),
});

type Named = readonly (readonly [string, unknown])[];

/** Sorted by name. What is not there has no subject. */
const subjectsOf = ({ attestation, lock, facts, models, policy, assurance, inherited }: Signable): Named =>
  [
    ['attestation', attestation] as const,
    ...(lock === null ? [] : [['lock', lock] as const]),
    ['facts', facts] as const,
    ['policy', policy] as const,
    ...(assurance === null ? [] : [['assurance', assurance] as const]),
    ...Object.entries(models).map(([id, model]) => [`models/${id}`, model] as const),
    ...Object.entries(inherited).map(([team, files]) => [`inherited/${team}`, files] as const),
  ].sort(([a], [b]) => byCodeUnits(a, b));

const dutiesOf = (inputs: Signable): SignedContent['duties'] =>
  Object.fromEntries(
    sortedEntries(inputs.models).flatMap(([id, model]) =>
      model.areas.flatMap(({ resources }) =>
        resources.flatMap(({ code, customer }) =>
          customer.flatMap(({ id: duty, digest }) => {
            const found = answerTo(lookup(inputs.attestation.duties, id) ?? {}, duty, code);
            if (found === null) return [];
            const full = `${id}/${duty}`;
            const locked = inputs.lock === null ? null : lookup(inputs.lock.duties, full);
            return [[full, dutyContent({ text: digest, locked, ...found.answer })] as const];
          }),
        ),
      ),
    ),
  );

/** `text` is the digest of the provider's wording, `locked` the one that was answered; the rest is what the answer says. */
const dutyContent = (content: Readonly<Record<string, unknown>>): SignedContent['duties'][string] => {
  const said = Object.fromEntries(keysSaid(content).map((key) => [key, content[key]]));
  return {
    digest: digestOf(said),
    fields: Object.fromEntries(Object.entries(said).map(([key, value]) => [key, markOf(value)])),
  };
};

const REGISTERS = ['people', 'evidence', 'waivers', 'remediations'] as const;

/** Everything but the duties, as finely as people speak of it. */
const partsOf = (inputs: Signable): Named => [
  ...attestationParts(inputs.attestation),
  ...subjectsOf(inputs)
    .filter(([name]) => name !== 'attestation' && name !== 'lock' && name !== 'facts')
    .map(
      ([name, value]) => [name === 'policy' || name === 'assurance' ? `the ${name}` : name, value] as const,
    ),
  ...sortedEntries(inputs.facts.evidence).map(([id, fact]) => [`file of ${id}`, fact] as const),
  ...sortedEntries(inputs.lock?.evidence ?? {}).map(([id, entry]) => [`lock of ${id}`, entry] as const),
];

const attestationParts = (attestation: Attestation): Named => {
  const { duties, people, evidence, waivers, remediations, ...rest } = attestation;
  const registers = { people, evidence, waivers, remediations };
  const answers = sortedEntries(duties).flatMap(([model, keys]) =>
    sortedEntries(keys).map(([key, answer]) => [`answer to ${model}/${key}`, answer] as const),
  );
  return [
    ...sortedEntries(rest).filter(([, value]) => value !== undefined),
    ...REGISTERS.flatMap((name) =>
      sortedEntries<unknown>(registers[name]).map(([id, entry]) => [`${name}/${id}`, entry] as const),
    ),
    ...answers,
  ];
};

/** What differs between what was signed and what is there now, by name; null when nothing does. */
export const changesSince = (signed: SignedContent, now: SignedContent): SignOffChanges | null => {
  if (canonicalJson(signed.subject) === canonicalJson(now.subject)) return null;
  const duties = differing(signed.duties, now.duties).map((id) => ({
    id,
    fields: differing(lookup(signed.duties, id)?.fields ?? {}, lookup(now.duties, id)?.fields ?? {}),
  }));
  const parts = differing(signed.parts, now.parts).filter((part) => !saidByDuty(part, duties));
  return {
    duties,
    parts: duties.length + parts.length > 0 ? parts : ['something without a name of its own'],
  };
};

/** An answer's own key is told only where no duty tells it: an answer to a duty that the model does not have. */
const saidByDuty = (part: string, duties: SignOffChanges['duties']): boolean =>
  part.startsWith('answer to ') &&
  duties.some(
    ({ id }) =>
      id === part.slice('answer to '.length) || id.startsWith(`${part.slice('answer to '.length)}-`),
  );

/** Keys whose values differ, or that only one of the two has, sorted. */
const differing = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): readonly string[] =>
  sortedUnique([...Object.keys(a), ...Object.keys(b)]).filter(
    (key) => canonicalJson(lookup(a, key)) !== canonicalJson(lookup(b, key)),
  );
