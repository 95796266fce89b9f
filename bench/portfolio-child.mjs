// A process that makes teams' files with one of the other engines, warm: `ENGINE`. Each message names seeds and a folder; a PDF by the
// engine and a workbook by exceljs alone are written there for each, and the milliseconds of each team come back.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEngine } from './engines.mjs';
import { writeWithExceljs } from './peers/exceljs.mjs';
import { teamBook } from './work/team-book.mjs';
import { teamName, teamPack } from './work/teams.mjs';

const [name] = process.argv.slice(2);

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const make = async (engine, pack, file) => {
  writeFileSync(`${file}.pdf`, await engine.render(pack));
  writeFileSync(`${file}.xlsx`, await writeWithExceljs(teamBook(pack)));
};

/** What a team says is at hand before its time begins: this engine is given values where ours is given files. */
const makeAll = async (engine, seeds, folder) => {
  const times = [];
  const before = cpuMs();
  for (const seed of seeds) {
    const pack = teamPack(seed);
    const start = performance.now();
    await make(engine, pack, join(folder, `${name}-${teamName(seed)}`));
    times.push(performance.now() - start);
  }
  return { times, cpu: (cpuMs() - before) / seeds.length };
};

const engine = await loadEngine(name);
await engine.prepare();
process.on('message', async ({ seeds, folder }) => process.send(await makeAll(engine, seeds, folder)));
process.on('disconnect', () => engine.close?.());
process.send({ ready: true });
