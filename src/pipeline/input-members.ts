// Where each input stands in a pack, both ways: the names are part of the pack format and never change.
import type { Source } from '../model/report.ts';
import type { SourceFile } from '../read/reading.ts';
import type { RawInputs, RawTeam } from './raw-inputs.ts';

/** An input with its member path. */
export type InputMember = {
  readonly kind: Source['kind'];
  readonly member: string;
  readonly file: SourceFile;
};

/** Every input of a pack, in the order of the pack format. */
export const inputMembers = (raw: RawInputs): readonly InputMember[] => [
  ...teamMembers(raw, 'inputs/'),
  ...byKey(raw.models).map(([id, file]) => ({
    kind: 'model' as const,
    member: `inputs/models/${id}.model.yaml`,
    file,
  })),
  { kind: 'policy', member: 'inputs/policy.yaml', file: raw.policy },
  ...optional('assurance', 'inputs/assurance.yaml', raw.assurance),
  ...byKey(raw.inherited).flatMap(([team, files]) =>
    teamMembers(files, `inputs/inherited/${team}/`).map((one) => ({ ...one, kind: 'inherited' as const })),
  ),
];

const teamMembers = (team: RawTeam, folder: string): readonly InputMember[] => [
  { kind: 'attestation', member: `${folder}attestation.yaml`, file: team.attestation },
  ...optional('lock', `${folder}lock.json`, team.lock),
  { kind: 'facts', member: `${folder}facts.json`, file: team.facts },
];

const optional = (kind: Source['kind'], member: string, file: SourceFile | null): readonly InputMember[] =>
  file === null ? [] : [{ kind, member, file }];

const byKey = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** The inputs among a pack's members, or the paths of those that every pack has and this one lacks. */
export const inputsFromMembers = (
  members: ReadonlyMap<string, Uint8Array>,
): { readonly raw: RawInputs } | { readonly missing: readonly string[] } => {
  const missing: string[] = [];
  const need = (path: string): SourceFile => {
    const bytes = members.get(path);
    if (bytes === undefined) missing.push(path);
    return { name: path, bytes: bytes ?? new Uint8Array() };
  };
  const team = (folder: string): RawTeam => ({
    attestation: need(`${folder}attestation.yaml`),
    lock: members.has(`${folder}lock.json`) ? need(`${folder}lock.json`) : null,
    facts: need(`${folder}facts.json`),
  });
  const raw: RawInputs = {
    ...team('inputs/'),
    models: record(namesIn(members, /^inputs\/models\/([^/]+)\.model\.yaml$/), (id) =>
      need(`inputs/models/${id}.model.yaml`),
    ),
    policy: need('inputs/policy.yaml'),
    assurance: members.has('inputs/assurance.yaml') ? need('inputs/assurance.yaml') : null,
    inherited: record(namesIn(members, /^inputs\/inherited\/([^/]+)\//), (id) =>
      team(`inputs/inherited/${id}/`),
    ),
  };
  return missing.length > 0 ? { missing } : { raw };
};

const namesIn = (members: ReadonlyMap<string, Uint8Array>, pattern: RegExp): readonly string[] =>
  [...new Set([...members.keys()].flatMap((path) => pattern.exec(path)?.[1] ?? []))].sort();

const record = <T>(names: readonly string[], make: (name: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));
