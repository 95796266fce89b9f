// People by id, as the report shows them.
import type { Inputs } from '../model/inputs.ts';
import { lookup, sortedEntries } from '../model/lookup.ts';
import type { ReportPerson } from '../model/report.ts';

/** Null for nobody, and for an id that the attestation does not list. */
export const personOf = ({ attestation }: Inputs, id: string | undefined): ReportPerson | null => {
  const person = id === undefined ? null : lookup(attestation.people, id);
  if (id === undefined || person === null) return null;
  return { id, name: person.name, role: person.role, email: person.email ?? null };
};

/** Everybody the attestation lists, sorted by id. */
export const peopleOf = (inputs: Inputs): readonly ReportPerson[] =>
  sortedEntries(inputs.attestation.people).flatMap(([id]) => personOf(inputs, id) ?? []);
