// The pool of workers, with jobs that say who did them, wait, die and never answer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type PoolWork, type Settled, workInPool } from '../../src/io/worker-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));
const entry = pathToFileURL(join(folder, 'worker.mjs'));
// The other side of the border as `serve-jobs.ts` keeps it: one job after the other, each answered under its number.
writeFileSync(
  entry,
  `import { parentPort, threadId, workerData } from 'node:worker_threads';
const stop = new Int32Array(workerData.stop);
let last = Promise.resolve();
parentPort.on('message', ({ index, job }) => {
  last = last.then(async () => {
    if (job.startsWith('draw')) parentPort.postMessage({ drawingWith: 'T' });
    if (job === 'draw-on') for (;;);
    if (job === 'draw') parentPort.postMessage({ drawingWith: null });
    if (job === 'draw-and-wait') { parentPort.postMessage({ drawingWith: null }); await new Promise((done) => setTimeout(done, 600)); }
    if (job === 'die') throw new Error('dead');
    if (job.endsWith('grow')) { const all = []; for (;;) all.push(new Array(100_000).fill(index)); }
    if (job === 'until-stop') while (Atomics.load(stop, 0) === 0) await new Promise((done) => setTimeout(done, 5));
    parentPort.postMessage({ index, done: { job, threadId, setup: workerData.setup } });
  });
});`,
);

type Done = { readonly job: string; readonly threadId: number; readonly setup: unknown };

const work = async (
  jobs: readonly string[],
  more: Partial<PoolWork<string, Done>> = {},
): Promise<readonly (Settled<Done> | undefined)[]> => {
  const outcomes: (Settled<Done> | undefined)[] = jobs.map(() => undefined);
  await workInPool<string, Done>({
    ...{ entry, size: 2, setup: 'S', jobs, interrupted: new Promise(() => undefined) },
    settled: (index, outcome) => {
      expect(outcomes[index]).toBeUndefined();
      outcomes[index] = outcome;
    },
    ...more,
  });
  return outcomes;
};

test('does every job once, in long-lived workers that know their setup', async () => {
  const jobs = Array.from({ length: 12 }, (_, index) => `job ${index}`);
  const done = (await work(jobs)).map((one) => (one?.kind === 'done' ? one.done : null));
  expect(done.map((one) => one?.job)).toEqual(jobs);
  expect(new Set(done.map((one) => one?.threadId)).size).toBe(2);
  expect(done.every((one) => one?.setup === 'S')).toBe(true);
});

test('has no more workers than jobs, and nothing to do without any', async () => {
  expect((await work(['one'], { size: 8 })).length).toBe(1);
  expect(await work([])).toEqual([]);
});

test('loses the job that a worker dies of, and none behind it', async () => {
  const outcomes = await work(['a', 'die', 'b', 'c', 'die', 'd', 'e']);
  expect(outcomes.map((one) => one?.kind)).toEqual(['done', 'died', 'done', 'done', 'died', 'done', 'done']);
  expect(outcomes[1]).toMatchObject({ memory: false, error: { message: 'dead' } });
});

test('takes an answer for done that its worker gave right before it died', async () => {
  const jobs = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'a' : 'die'));
  const outcomes = await work(jobs);
  expect(outcomes.map((one) => one?.kind)).toEqual(jobs.map((job) => (job === 'die' ? 'died' : 'done')));
});

test('says when it was the memory', async () => {
  const outcomes = await work(['grow', 'a', 'b'], { limits: { seconds: 60, megabytes: 32 } });
  expect(outcomes.map((one) => one?.kind)).toEqual(['died', 'done', 'done']);
  expect(outcomes[0]).toMatchObject({ memory: true });
});

test('ends a drawing that takes too long or too much, and nothing that is done with drawing', async () => {
  const limits = { seconds: 0.4, megabytes: 32 };
  const outcomes = await work(['draw-on', 'a', 'draw-and-wait', 'draw-and-grow', 'b'], { limits });
  expect(outcomes.map((one) => one?.kind)).toEqual(['died', 'done', 'done', 'died', 'done']);
  expect(outcomes[0]).toMatchObject({ memory: false, error: { code: 'template-invalid' } });
  expect(outcomes[3]).toMatchObject({ memory: false, error: { code: 'template-invalid' } });
});

test('hands nothing out any more once somebody wants an end, and lets what is at work come to its own', async () => {
  const interrupted = new Promise<void>((resolve) => {
    setTimeout(resolve, 200);
  });
  // Each of the two holds a job that goes on until then, and one behind it.
  const outcomes = await work(['until-stop', 'a', 'until-stop', 'b', 'c', 'd'], { interrupted });
  expect(outcomes.map((one) => one?.kind)).toEqual(['done', 'done', 'done', 'done', 'left', 'left']);
});
