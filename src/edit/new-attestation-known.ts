// What is known of a team before it starts, as lines of its new attestation; where nothing is, the example stands.
import type { Attestation } from '../model/attestation.ts';
import { sortedEntries } from '../model/lookup.ts';
import { oneLine } from './comment.ts';
import { PEOPLE_EXAMPLE, SYSTEM_EXAMPLE } from './new-attestation-notes.ts';

export type KnownBefore = {
  readonly teamName: string;
  readonly contact: string | null;
  readonly systemName: string;
  readonly instances: Attestation['system']['instances'];
  readonly people: Attestation['people'];
  /** Paths from the attestation. */
  readonly policy: string | null;
  readonly assurance: string | null;
};

/** JSON's strings are YAML's double-quoted ones. */
const quoted = (text: string): string => JSON.stringify(oneLine(text));

export const teamLines = (known: KnownBefore | undefined, id: string): readonly string[] => [
  `  name: ${known === undefined ? id : quoted(known.teamName)}`,
  ...(known === undefined || known.contact === null ? [] : [`  contact: ${quoted(known.contact)}`]),
];

export const systemLines = (known: KnownBefore | undefined, id: string): readonly string[] => {
  const name = `  name: ${known === undefined ? id : quoted(known.systemName)}`;
  const instances = sortedEntries(known?.instances ?? {});
  if (instances.length === 0) return [name, ...SYSTEM_EXAMPLE];
  return [
    name,
    '  instances:',
    ...instances.map(
      ([one, { region, name: called }]) => `    ${key(one)}: ${pairs({ region, name: called })}`,
    ),
    ...SYSTEM_EXAMPLE.filter((_, index) => index > 1),
  ];
};

export const peopleLines = (known: KnownBefore | undefined): readonly string[] => [
  ...PEOPLE_EXAMPLE,
  ...sortedEntries(known?.people ?? {}).map(
    ([one, { name, role, email }]) => `  ${key(one)}: ${pairs({ name, role, email })}`,
  ),
];

export const fileLines = (known: KnownBefore | undefined): readonly string[] => [
  ...(known === undefined || known.policy === null ? [] : [`policy: ${quoted(known.policy)}`]),
  ...(known === undefined || known.assurance === null ? [] : [`assurance: ${quoted(known.assurance)}`]),
];

/** An id as it stands; only `null` would be taken for nothing. */
const key = (id: string): string => (id === 'null' ? quoted(id) : id);

const pairs = (values: Readonly<Record<string, string | undefined>>): string =>
  `{ ${Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${quoted(value)}`]))
    .join(', ')} }`;
