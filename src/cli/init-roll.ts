// init --from FILE: one attestation rolled forward.
import { isPeriod, type LeftBehind, rollFile } from '../index.ts';
import type { Outcome } from './contract.ts';
import { neutral } from './neutral.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';
import { counted } from './wrap.ts';

/** What the command line says; `paths` are the attestations that `from` means. */
export type InitAsked = {
  readonly period: string;
  readonly from: string | null;
  readonly roster: string | null;
  readonly out: string | null;
  readonly paths: readonly string[];
};

export const rollOne = async (
  from: string,
  { period, out }: InitAsked,
  world: World,
  terminal: Terminal,
): Promise<Outcome> => {
  const to = out ?? `${nextFolder(from, period, world)}/${nameOf(from)}`;
  const { text, carried, leftBehind, attestation } = await rollFile(world.shelf, world.pathFrom, {
    from,
    to,
    period,
  });
  await world.writeNewFile(to, text, 'Name another with -o.');
  terminal.say([
    { text: neutral(`${to}: ${confirmWords(carried)}, carried from ${from}.`), tone: 'good' },
    ...leftBehind.map((one) => ({ text: neutral(`  left behind: ${leftWords(one)}`) })),
    { text: CONFIRM },
    { text: `Then run: countersign lock ${neutral(to)}` },
  ]);
  const { team, system } = attestation;
  return {
    code: 0,
    document: {
      outcome: 'rolled-forward',
      attestation: to,
      team: team.id,
      system: system.id,
      period,
      previous: from,
      carried,
      'left-behind': leftBehind,
    },
  };
};

export const CONFIRM =
  'Look at each answer, correct what no longer holds, and delete its carried-from. Take new evidence.';

export const nameOf = (path: string): string => path.replace(/^.*[/\\]/, '');

/** The folder of the new period for a file in the old one's: beside that where it is called by a period, else inside of it. */
const nextFolder = (file: string, period: string, world: World): string =>
  folderFor(world.shelf.beside(file, '.'), period, world);

export const folderFor = (folder: string, period: string, world: World): string =>
  isPeriod(nameOf(folder.replace(/[/\\]+$/, '')))
    ? world.shelf.beside(folder, period)
    : world.shelf.beside(`${folder}/x`, period);

export const confirmWords = (carried: number): string =>
  carried === 0 ? 'no answer to confirm' : `${counted(carried, 'answer', 'answers')} to confirm`;

export const leftWords = ({ kind, id, why }: LeftBehind): string =>
  `${id}, a ${kind} that ${why === 'expired' ? 'has expired' : `is ${why}`} and that no answer names`;
