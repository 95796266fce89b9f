// The process of one engine. `once ENGINE PACK OUT` draws one pack from a file and ends; `serve ENGINE` waits for rounds and draws.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadEngine } from './engines.mjs';
import { makePack } from './work/pack.mjs';

const [mode, name, packFile, outFile] = process.argv.slice(2);

const used = () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return { rss: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 };
};

const once = async (engine) => {
  await engine.prepare();
  writeFileSync(outFile, await engine.render(JSON.parse(readFileSync(packFile, 'utf8'))));
  await engine.close?.();
  process.stdout.write(JSON.stringify(used()));
};

/** Milliseconds of each of `count` renders, the packs of `seeds` in rotation. */
const rounds = async (engine, packs, count) => {
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await engine.render(packs[index % packs.length]);
    times.push(performance.now() - start);
  }
  return times;
};

const timed = async (engine, packs, count) => {
  const before = used().cpu;
  const times = await rounds(engine, packs, count);
  return { times, cpu: used().cpu - before };
};

/** Ends when its parent lets go of it, or is gone. */
const serve = async (engine) => {
  await engine.prepare();
  let packs = [];
  process.on('message', async ({ kind, work, seeds, count }) => {
    if (kind === 'packs') packs = seeds.map((seed) => makePack(work, seed));
    if (kind === 'render') process.send(await timed(engine, packs, count));
  });
  process.on('disconnect', () => engine.close?.());
  process.send({ ready: true });
};

const engine = await loadEngine(name);
await (mode === 'serve' ? serve(engine) : once(engine));
