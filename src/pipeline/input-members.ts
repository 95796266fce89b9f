// Where each input stands in a pack, both ways: the names are part of the pack format and never change.
import { sortedEntries } from '../model/lookup.ts';
import type { Source } from '../model/report.ts';
import { type Members, PREVIOUS, SIGN_OFFS } from '../pack/index.ts';
import { Failure } from '../problem.ts';
import type { SourceFile } from '../read/reading.ts';
import type { RawInputs, RawTeam } from './raw-inputs.ts';
import type { PreviousFiles } from './shelf.ts';

/** An input with its member path. */
export type InputMember = {
  readonly kind: Source['kind'];
  readonly member: string;
  readonly file: SourceFile;
};

/** A file's own name: where it lay must not change a pack. */
export const nameOf = ({ name }: SourceFile): string => name.split(/[\\/]/).at(-1) ?? name;

/** Every input of a pack, in the order of the pack format. */
export const inputMembers = (raw: RawInputs): readonly InputMember[] => [
  ...teamMembers(raw, 'inputs/'),
  ...sortedEntries(raw.models).map(([id, file]) => ({
    kind: 'model' as const,
    member: `inputs/models/${id}.model.yaml`,
    file,
  })),
  ...sortedEntries(raw.previousModels).map(([id, file]) => ({
    kind: 'previous-model' as const,
    member: `inputs/previous-models/${id}.model.yaml`,
    file,
  })),
  { kind: 'policy', member: 'inputs/policy.yaml', file: raw.policy },
  ...optional('assurance', 'inputs/assurance.yaml', raw.assurance),
  ...sortedEntries(raw.inherited).flatMap(([team, files]) =>
    teamMembers(files, `inputs/inherited/${team}/`).map((one) => ({ ...one, kind: 'inherited' as const })),
  ),
  ...previousMembers(raw.previous),
  ...optional('sign-offs', SIGN_OFFS, raw.signOffs),
];

const teamMembers = (team: RawTeam, folder: string): readonly InputMember[] => [
  { kind: 'attestation', member: `${folder}attestation.yaml`, file: team.attestation },
  ...optional('lock', `${folder}lock.json`, team.lock),
  { kind: 'facts', member: `${folder}facts.json`, file: team.facts },
];

const previousMembers = (previous: PreviousFiles | null): readonly InputMember[] =>
  previous === null
    ? []
    : [
        { kind: 'previous', member: PREVIOUS.report, file: previous.report },
        { kind: 'previous', member: PREVIOUS.manifest, file: previous.manifest },
        ...optional('previous', PREVIOUS.envelope, previous.envelope),
      ];

const optional = (kind: Source['kind'], member: string, file: SourceFile | null): readonly InputMember[] =>
  file === null ? [] : [{ kind, member, file }];

/** The inputs among a pack's members. Throws `input-missing` naming those that every pack has and this one lacks. */
export const inputsFromMembers = (members: Members): RawInputs => {
  const missing: string[] = [];
  const need = (path: string): SourceFile => {
    const bytes = members.get(path);
    if (bytes === undefined) missing.push(path);
    return { name: path, bytes: bytes ?? new Uint8Array() };
  };
  const maybe = (path: string): SourceFile | null => (members.has(path) ? need(path) : null);
  const team = (folder: string): RawTeam => ({
    attestation: need(`${folder}attestation.yaml`),
    lock: maybe(`${folder}lock.json`),
    facts: need(`${folder}facts.json`),
  });
  const models = namesIn(members, /^inputs\/models\/([^/]+)\.model\.yaml$/);
  const previousModels = namesIn(members, /^inputs\/previous-models\/([^/]+)\.model\.yaml$/);
  const teams = namesIn(members, /^inputs\/inherited\/([^/]+)\//);
  const raw: RawInputs = {
    ...team('inputs/'),
    models: record(models, (id) => need(`inputs/models/${id}.model.yaml`)),
    previousModels: record(previousModels, (id) => need(`inputs/previous-models/${id}.model.yaml`)),
    policy: need('inputs/policy.yaml'),
    assurance: maybe('inputs/assurance.yaml'),
    inherited: record(teams, (id) => team(`inputs/inherited/${id}/`)),
    previous: Object.values(PREVIOUS).some((path) => members.has(path))
      ? {
          report: need(PREVIOUS.report),
          manifest: need(PREVIOUS.manifest),
          envelope: maybe(PREVIOUS.envelope),
        }
      : null,
    signOffs: maybe(SIGN_OFFS),
  };
  if (missing.length > 0)
    throw new Failure(
      'input-missing',
      `The pack has no ${missing.join(', ')}.`,
      'Ask for the pack as it was delivered.',
    );
  return raw;
};

const namesIn = (members: Members, pattern: RegExp): readonly string[] =>
  [...new Set([...members.keys()].flatMap((path) => pattern.exec(path)?.[1] ?? []))].sort();

const record = <T>(names: readonly string[], make: (name: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));
