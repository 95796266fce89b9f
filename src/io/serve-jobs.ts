// A worker's side of the pool: jobs come in one after the other, each is answered, and none is begun before the last is done.
import { parentPort, workerData } from 'node:worker_threads';

/** `setup` is the pool's; the first number in `stop` is 1 once somebody wants an end. */
export type WorkerSetup = { readonly setup: unknown; readonly stop: SharedArrayBuffer };

type Numbered<Job> = { readonly index: number; readonly job: Job };

/** `make` is called once, with the setup and a question whether somebody wants an end. What it gives back answers one job; it must not throw. */
export const serveJobs = <Setup, Job, Done>(
  make: (setup: Setup, stopped: () => boolean) => Promise<(job: Job) => Promise<Done>>,
): void => {
  const { setup, stop }: { readonly setup: Setup; readonly stop: SharedArrayBuffer } = workerData;
  const flag = new Int32Array(stop);
  const made = make(setup, () => Atomics.load(flag, 0) === 1);
  const last: { done: Promise<void> } = { done: Promise.resolve() };
  parentPort?.on('message', ({ index, job }: Numbered<Job>) => {
    last.done = last.done.then(async () => {
      const perform = await made;
      parentPort?.postMessage({ index, done: await perform(job) });
    });
  });
};
