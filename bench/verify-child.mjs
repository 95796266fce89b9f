// A process of its own for verification. `warm TEAM ROUNDS PAIRS` builds and verifies one team's pack by turns; `make TEAM…` writes packs
// as zip files; `many MARKS TEAM…` verifies those, one after the other, and says what memory that takes.
import { writeFileSync } from 'node:fs';
import { median } from './measure/numbers.mjs';
import { product } from './places.mjs';
import { mustHold, openTeam, verifyOptions } from './verifier.mjs';

const WARM_MS = 6000;
/** Memory is looked at after each pack, and said as the median of so many: it goes up and down with every collection. */
const LOOKED_AT = 20;

const [mode, ...args] = process.argv.slice(2);

const timed = async (work) => {
  const start = performance.now();
  const made = await work();
  return [performance.now() - start, made];
};

/** Every pack is verified right after it was built, so that a slow moment of the machine weighs on both. */
const turn = async ({ build, verify, verifyPdf }) => {
  const [buildMs, pack] = await timed(build);
  const [verifyMs] = await timed(() => verify(pack));
  const [pdfMs] = await timed(() => verifyPdf(pack));
  return { build: buildMs, verify: verifyMs, pdf: pdfMs };
};

/** At least one turn, however long it takes; gives the facts of the pack. */
const warmUp = async (team) => {
  const facts = factsOf(await team.build());
  const until = performance.now() + WARM_MS;
  do await turn(team);
  while (performance.now() < until);
  return facts;
};

const roundOf = async (team, turns) => {
  const taken = [];
  for (let index = 0; index < turns; index += 1) taken.push(await turn(team));
  const middle = (field) => median(taken.map((one) => one[field]));
  return { build: middle('build'), verify: middle('verify'), pdf: middle('pdf') };
};

const factsOf = ({ members, report }) => ({
  bytes: members.reduce((sum, { bytes }) => sum + bytes.length, 0),
  pdf: members.find(({ path }) => path.endsWith('.pdf')).bytes.length,
  members: members.length,
  duties: report.totals.customer.of,
});

const warm = async ([file, rounds, turns]) => {
  const team = await openTeam(JSON.parse(file));
  const facts = await warmUp(team);
  const taken = [];
  for (let round = 0; round < Number(rounds); round += 1) taken.push(await roundOf(team, Number(turns)));
  return { ...facts, rounds: taken };
};

const make = async (teams) => {
  const { writeZip } = await product('index.js');
  for (const team of teams.map((one) => JSON.parse(one))) {
    const { build } = await openTeam(team);
    const { members } = await build();
    writeFileSync(team.zip, writeZip(members.map(({ path, bytes }) => ({ path, data: bytes }))));
  }
  return { packs: teams.length };
};

const heapInUse = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};

/** Each pack is read from its file again: nothing of it is held between its turns. */
const opener = async () => {
  const { verifyPack } = await product('index.js');
  const { readPack } = await product('io/pack-source.js');
  const { growHeapSlowly } = await product('io/heap.js');
  growHeapSlowly();
  return async ({ zip, options }) => {
    const { members } = await readPack(zip);
    mustHold(await verifyPack(members, options));
  };
};

const many = async ([marks, ...files]) => {
  const verifyOne = await opener();
  const teams = [];
  for (const { zip, trust } of files.map((one) => JSON.parse(one)))
    teams.push({ zip, options: await verifyOptions(trust) });
  const wanted = JSON.parse(marks);
  const [resident, found] = [[], []];
  for (let count = 1; count <= wanted.at(-1); count += 1) {
    await verifyOne(teams[count % teams.length]);
    resident.push(process.memoryUsage.rss());
    if (wanted.includes(count))
      found.push({ packs: count, rss: median(resident.slice(-LOOKED_AT)), heap: heapInUse() });
  }
  return { distinct: teams.length, marks: found };
};

process.stdout.write(JSON.stringify(await { warm, make, many }[mode](args)));
