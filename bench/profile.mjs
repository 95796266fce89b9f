// Where our own time goes: the functions that take the most time themselves, for W1 warm and for W2 in a process of its own.
import { spawnSync } from 'node:child_process';
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';
import { loadEngine, OURS } from './engines.mjs';
import { makePack } from './work/pack.mjs';

const SHOWN = { functions: 25, folders: 15 };
const RUNS = { w1: { warm: 32, profiled: 40 }, w2: { warm: 0, profiled: 1 } };

const place = ({ functionName, url, lineNumber }) =>
  `${functionName || '(anonymous)'}  ${url.replace(/^.*?\/(node_modules|modules)\//, '$1/')}:${lineNumber + 1}`;

/** `write/pdf/paint` or `node_modules/pdfkit`; what has no file is the engine of JavaScript itself. */
const folder = ({ functionName, url }) => {
  const [, kind, path] = /^.*?\/(node_modules|modules)\/(.*)$/.exec(url) ?? [];
  if (kind === 'node_modules') return `node_modules/${path.split('/')[0]}`;
  return kind === 'modules' ? `${path.slice(0, path.lastIndexOf('/'))}` : url || functionName;
};

/** Milliseconds by what `nameOf` says of a frame, the longest first, from a profile of V8. */
const selfTimes = ({ nodes, samples, timeDeltas }, nameOf) => {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id);
    times.set(name, (times.get(name) ?? 0) + timeDeltas[index] / 1000);
  }
  return [...times].sort(([, a], [, b]) => b - a);
};

const show = (title, times, most) => {
  const whole = times.reduce((sum, [, time]) => sum + time, 0);
  console.log(`${title}: ${whole.toFixed(0)} ms`);
  for (const [name, time] of times.slice(0, most))
    console.log(
      `${time.toFixed(0).padStart(8)} ms ${((100 * time) / whole).toFixed(1).padStart(5)} %  ${name}`,
    );
  console.log('');
};

const renderAll = async (engine, packs, count) => {
  for (let index = 0; index < count; index += 1) await engine.render(packs[index % packs.length]);
};

const profileWork = async (work) => {
  const engine = await loadEngine(OURS);
  const packs = (work === 'w1' ? [1, 2, 3, 4] : [1]).map((seed) => makePack(work, seed));
  const { warm, profiled } = RUNS[work];
  await engine.prepare();
  await renderAll(engine, packs, warm);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await renderAll(engine, packs, profiled);
  const { profile } = await session.post('Profiler.stop');
  const title = `${work}, ${profiled} renders after ${warm}`;
  show(`${title}, by function`, selfTimes(profile, place), SHOWN.functions);
  show(`${title}, by folder`, selfTimes(profile, folder), SHOWN.folders);
};

const [work] = process.argv.slice(2);
const inOwnProcess = (one) =>
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), one], { stdio: 'inherit' }).status === 0;

if (work !== undefined) await profileWork(work);
else process.exitCode = Object.keys(RUNS).every(inOwnProcess) ? 0 : 1;
