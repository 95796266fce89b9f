// Workbooks held against exceljs alone. Writing: a team's by turns in one warm process, a large one in a process for each writer. Reading: a
// filled form of 5,000 duties, in a process for each reader.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HERE, PROGRAM, WORK } from '../places.mjs';
import { writeTeam } from '../work/attested.mjs';
import { median, ratio } from './numbers.mjs';

const WARM = { rounds: 7, turns: 5 };
const LARGE_ROUNDS = 3;
const FORM = { work: 'w2', seed: 1, rounds: 5 };
export const WRITERS = ['ours', 'exceljs'];

/** What a process printed. Throws when it did not end well, because then there is nothing to compare. */
const inChild = (mode, args, flags = []) => {
  const command = [...flags, join(HERE, 'workbook-child.mjs'), mode, ...args.map(String)];
  const { stdout, status, error } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0)
    throw new Error(`workbook-child.mjs ${mode} ended with ${status}: ${error?.message ?? stdout}`);
  return JSON.parse(stdout);
};

/** One process for each of the two, in the other order each round. */
const roundOf = (round, mode, more = []) => {
  const order = round % 2 === 0 ? WRITERS : WRITERS.toReversed();
  return Object.fromEntries(order.map((name) => [name, inChild(mode, [name, ...more], ['--expose-gc'])]));
};

/** The form of a team that has answered all its duties, made by the program. */
const filledForm = (folder) => {
  const { attestation } = writeTeam(join(folder, 'form'), FORM.work, FORM.seed);
  const form = join(folder, 'form.xlsx');
  rmSync(form, { force: true });
  const args = [PROGRAM, 'form', 'make', attestation, '-o', form, '--quiet'];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`form make ended with ${status}`);
  return form;
};

const lineOf = (rounds, field) => {
  const [ours, theirs] = WRITERS.map((writer) => rounds.map((round) => round[writer][field]));
  return `${median(ours).toFixed(0)} ms, exceljs alone ${median(theirs).toFixed(0)} ms (${ratio(ours, theirs).toFixed(2)})`;
};

/** `{ team, large, form }`: rounds of both, times in milliseconds, memory in bytes. */
export const measureWorkbook = (tell) => {
  const folder = join(WORK, 'workbook');
  mkdirSync(folder, { recursive: true });
  const team = inChild('warm', [folder, WARM.rounds, WARM.turns]);
  tell(`workbook  team         ${lineOf(team.rounds, 'ms')}`);
  const rounds = Array.from({ length: LARGE_ROUNDS }, (_, round) => roundOf(round, 'large'));
  tell(`workbook  large        ${lineOf(rounds, 'ms')}`);
  const form = filledForm(folder);
  const read = Array.from({ length: FORM.rounds }, (_, round) => roundOf(round, 'read', [form]));
  tell(`workbook  filled form  ${lineOf(read, 'ms')}`);
  return { team, large: { rounds }, form: { rounds: read } };
};
