// Reads a roster, and sees to it that each team's file has a name of its own that stays inside of its folder.
import { pathTrouble } from '../codec/member-path.ts';
import { FILE_BLANKS, type Roster, roster, unknownBlanks } from '../model/roster.ts';
import { itemsOf, type Plain, quoted, valueAt } from './plain.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import type { Problem } from './typing.ts';
import { readYaml } from './yaml.ts';

/** Reads `*.roster.yaml`. Models, policies and assurance files that it names are looked for by whoever starts the attestations. */
export const readRoster = (file: SourceFile): PlacedReading<Roster> =>
  readYaml(file, { format: 'countersign/roster@1', schema: roster, check });

const check = (data: Plain): readonly Problem[] => [
  ...nameProblems(['defaults', 'file'], valueAt(data, ['defaults', 'file'])),
  ...teamsIn(data).flatMap((team, index) => nameProblems(['teams', index, 'file'], valueAt(team, ['file']))),
  ...doubled(data),
  ...withoutModels(data),
];

const teamsIn = (data: Plain): readonly Plain[] => itemsOf(valueAt(data, ['teams']));

const ENDING = '.attestation.yaml';

const nameProblems = (path: Problem['path'], name: Plain): readonly Problem[] => {
  if (typeof name !== 'string') return [];
  const say = (code: Problem['code'], why: string, hint: string): readonly Problem[] => [
    { code, path, at: 'value', sentence: `The file name ${quoted(name)} ${why}.`, hint },
  ];
  const [blank] = unknownBlanks(name);
  if (blank !== undefined)
    return say(
      'word-unknown',
      `has a blank ${quoted(`{${blank}}`)}, and nothing is known to fill it`,
      `Blanks are ${FILE_BLANKS.map((word) => `{${word}}`).join(', ')}.`,
    );
  // Braces may stand in no path; ids, which come in their place, are words that every system can hold.
  const trouble = pathTrouble(name.replace(/\{\w+\}/g, 'x'));
  if (trouble !== null)
    return say(
      'path-leaves-folder',
      trouble,
      'Name a file inside of the folder of the period, with `/` between folders and without `..`.',
    );
  return name.endsWith(ENDING)
    ? []
    : say(
        'value-invalid',
        `does not end in ${ENDING}`,
        `Let it end in ${ENDING}: folders are searched for that.`,
      );
};

type Named = { readonly name: string; readonly file: string };

/** What stands for a team in comparisons; null for an entry whose ids the schema refuses. */
const namedAs = (data: Plain, team: Plain): Named | null => {
  const [id, system] = [valueAt(team, ['team', 'id']), valueAt(team, ['system', 'id'])];
  if (typeof id !== 'string' || typeof system !== 'string') return null;
  const own = valueAt(team, ['file']) ?? valueAt(data, ['defaults', 'file']);
  const file = typeof own === 'string' ? own : `{team}.{system}${ENDING}`;
  // Some disks take two names for one that differ in capitals alone.
  const filled = file.replaceAll('{team}', id).replaceAll('{system}', system).toLowerCase();
  return { name: `${id}.${system}`, file: filled };
};

const doubled = (data: Plain): readonly Problem[] => {
  const names = new Set<string>();
  const files = new Map<string, string>();
  return teamsIn(data).flatMap((team, index): readonly Problem[] => {
    const named = namedAs(data, team);
    if (named === null) return [];
    const other = files.get(named.file);
    if (names.has(named.name)) return [twice(index, named.name)];
    names.add(named.name);
    if (other !== undefined) return [sameFile(index, named, other)];
    files.set(named.file, named.name);
    return [];
  });
};

const twice = (index: number, name: string): Problem => ({
  code: 'id-duplicate',
  path: ['teams', index, 'system', 'id'],
  at: 'value',
  sentence: `${quoted(name)} stands in the roster a second time.`,
  hint: 'Keep one entry for each system of a team.',
});

const sameFile = (index: number, { name, file }: Named, other: string): Problem => ({
  code: 'id-duplicate',
  path: ['teams', index],
  at: 'value',
  sentence: `${quoted(name)} would have the same file as ${quoted(other)}, ${quoted(file)}.`,
  hint: 'Write {team} and {system} into the name, or give one of the two a `file` of its own.',
});

const withoutModels = (data: Plain): readonly Problem[] => {
  if (valueAt(data, ['defaults', 'models']) !== undefined) return [];
  return teamsIn(data).flatMap((team, index): readonly Problem[] =>
    valueAt(team, ['models']) === undefined ? [noModels(index)] : [],
  );
};

const noModels = (index: number): Problem => ({
  code: 'key-missing',
  path: ['teams', index],
  at: 'value',
  sentence: 'The team has no `models`, and there are none under `defaults`.',
  hint: 'Add `models:` with a list of model ids or files to the team, or to `defaults` for all teams.',
});
