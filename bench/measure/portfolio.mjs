// A bank's quarter: the packs of many teams by the program as it is published, held against engines that are given the same teams one by
// one in a warm process; by turns, so that a slow minute weighs on all.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { WORK } from '../places.mjs';
import { writeTeams, writeTeamTemplate } from '../work/teams.mjs';
import { median, rotated } from './numbers.mjs';
import { checkBuilt, checkPeer } from './portfolio-outputs.mjs';
import { closePeer, makeWith, openPeer } from './portfolio-peers.mjs';
import { abilities, buildTeams, lockTeams } from './portfolio-program.mjs';

const ROUNDS = 3;
/** Teams that the others make in each round, and before the first one to get warm. */
const PEERS = { typst: { each: 34, warm: 16 }, chromium: { each: 14, warm: 4 } };
/** With the template that comes with the program, for information. */
const OWN_TEMPLATE_TEAMS = 50;
const FEW = 50;
/** The largest run for memory has so many times the teams of the timed one. */
const MANY_TIMES = 4;
/** Teams whose files are held against what they say. */
const CHECKED = [1, 2, 3];

const FOLDER = join(WORK, 'portfolio');
const at = (name) => join(FOLDER, name);

const prepare = (count) => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(at('peers'), { recursive: true });
  writeTeamTemplate(at('template'));
  const files = writeTeams(at('teams'), count);
  lockTeams(files);
  return files;
};

/** The program into a new folder, or into the one that is there. */
const ours = async ({ files, jobs, template = at('template'), again = false, watched = false }) => {
  const out = at(`out-${jobs}`);
  if (!again) rmSync(out, { recursive: true, force: true });
  return buildTeams({ files, out, jobs, template, watched });
};

const numbered = (from, count) => Array.from({ length: count }, (_, index) => from + index);

/** Seeds of a round; the largest sample stays within the teams there are. */
const seedsOf = (round, each, teams) =>
  numbered(0, Math.min(each, teams)).map((index) => ((round * each + index) % teams) + 1);

const roundOf = async (round, { files, peers, jobs }) => {
  const taken = {};
  const turns = [
    ...jobs.map((count) => async () => {
      taken[`jobs-${count}`] = await ours({ files, jobs: count });
      if (count === jobs.at(-1)) taken.again = await ours({ files, jobs: count, again: true });
    }),
    ...peers.map((peer) => async () => {
      const seeds = seedsOf(round, PEERS[peer.name].each, files.length);
      taken[peer.name] = await makeWith(peer, seeds, at('peers'));
    }),
  ];
  for (const turn of rotated(turns, round)) await turn();
  return taken;
};

const openPeers = async () => {
  const peers = [];
  for (const [name, { warm }] of Object.entries(PEERS)) {
    const peer = await openPeer(name);
    await makeWith(peer, numbered(1, warm), at('peers'));
    peers.push(peer);
  }
  return peers;
};

const checkAll = async (jobs) => ({
  countersign: await checkBuilt(at(`out-${jobs}`), CHECKED),
  typst: await checkPeer(at('peers'), 'typst', CHECKED),
  chromium: await checkPeer(at('peers'), 'chromium', CHECKED),
});

const timedRounds = async (files, jobs, tell) => {
  const peers = await openPeers();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await roundOf(round, { files, peers, jobs }));
    tell(`portfolio round ${round + 1}      ${lineOf(rounds.at(-1), files.length)}`);
  }
  for (const peer of peers) await closePeer(peer);
  return rounds;
};

const lineOf = (taken, teams) =>
  Object.entries(taken)
    .map(([name, { ms, times }]) => {
      const each = times === undefined ? ms / teams : median(times);
      return `${name} ${each.toFixed(0)} ms a team`;
    })
    .join(', ');

/** Peaks of the process and all below it, with as many workers as were timed last. */
const memoryOf = async (count, jobs, tell) => {
  const files = writeTeams(at('teams'), count);
  lockTeams(files);
  const taken = await ours({ files, jobs, watched: true });
  // Half a megabyte a pack.
  rmSync(at(`out-${jobs}`), { recursive: true, force: true });
  tell(`portfolio memory       ${count} teams: ${(taken.rss / 2 ** 20).toFixed(0)} MB`);
  return { teams: count, ...taken };
};

/** `{ teams, jobs, rounds, own, memory, checks }`: times in milliseconds, memory in bytes. */
export const measurePortfolio = async (teams, tell) => {
  const jobs = abilities().jobs ? [1, 2] : [1];
  const files = prepare(teams);
  const rounds = await timedRounds(files, jobs, tell);
  const checks = await checkAll(jobs.at(-1));
  const some = files.slice(0, OWN_TEMPLATE_TEAMS);
  const own = { teams: some.length, ...(await ours({ files: some, jobs: 1, template: null })) };
  const memory = [];
  for (const count of [FEW, teams * MANY_TIMES]) memory.push(await memoryOf(count, jobs.at(-1), tell));
  return { teams, jobs, rounds, own, memory, checks };
};
