// Who attests what in a campaign: the teams with their systems, and what their new files begin with (`*.roster.yaml`).
import { z } from 'zod';
import { type Frozen, id, text } from './scalar.ts';

/** Each is the id of a model, or the path of a model file from the roster. */
const models = z.array(text).min(1);

/** The name of a team's file inside of the folder of the period; `{team}`, `{system}` and `{period}` are filled in. */
const file = text;

const entry = z.strictObject({
  team: z.strictObject({ id, name: text, contact: text.optional() }),
  system: z.strictObject({
    id,
    name: text,
    instances: z.record(id, z.strictObject({ region: text.optional(), name: text })).default({}),
  }),
  models: models.optional(),
  policy: text.optional(),
  assurance: text.optional(),
  people: z.record(id, z.strictObject({ name: text, role: text, email: text.optional() })).default({}),
  file: file.optional(),
});

export const roster = z.strictObject({
  format: z.literal('countersign/roster@1'),
  /** The name of the organisation, for those who read the roster. */
  organisation: text.optional(),
  /** For every team that says nothing else. Paths are from the roster. */
  defaults: z
    .strictObject({
      models: models.optional(),
      policy: text.optional(),
      assurance: text.optional(),
      file: file.optional(),
    })
    .default({}),
  teams: z.array(entry).min(1),
});
export type Roster = Frozen<z.infer<typeof roster>>;
export type RosterTeam = Roster['teams'][number];

/** `payments.checkout`: what a team's attestation of one system is called everywhere. */
export const rosterName = ({ team, system }: Pick<RosterTeam, 'team' | 'system'>): string =>
  `${team.id}.${system.id}`;

const BLANKS = /\{([^{}]*)\}/g;
export const FILE_BLANKS = ['team', 'system', 'period'] as const;

/** Words between braces in a file name that stand for nothing. */
export const unknownBlanks = (name: string): readonly string[] =>
  [...name.matchAll(BLANKS)].flatMap(([, word = '']) =>
    FILE_BLANKS.some((known) => known === word) ? [] : [word],
  );

/**
 * The name of a team's file: its own pattern, the one of all, or `TEAM.attestation.yaml`; a team with several systems has one
 * `TEAM.SYSTEM.attestation.yaml` for each.
 */
export const rosterFile = ({ defaults, teams }: Roster, one: RosterTeam, period: string): string => {
  const several = teams.filter(({ team }) => team.id === one.team.id).length > 1;
  const plain = several ? '{team}.{system}.attestation.yaml' : '{team}.attestation.yaml';
  const words: Readonly<Record<string, string>> = { team: one.team.id, system: one.system.id, period };
  return (one.file ?? defaults.file ?? plain).replace(BLANKS, (_, word: string) => words[word] ?? '');
};
