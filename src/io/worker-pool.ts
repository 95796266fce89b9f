// Jobs on several worker threads that live as long as there is work: one job at a time in each, at most one waiting behind it, and a
// worker that dies takes one job with it and is replaced.
import { Worker } from 'node:worker_threads';
import { isOutOfMemory, memoryFailure, timeFailure, type WorkerLimits } from './drawing-desk.ts';
import type { FenceMessage } from './fence.ts';
import type { WorkerSetup } from './serve-jobs.ts';

export { LIMITS } from './drawing-desk.ts';

/** `died`: its worker ended, by its memory or by `error`. `left`: it was not begun before somebody wanted an end. */
export type Settled<Done> =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'died'; readonly memory: boolean; readonly error: unknown }
  | { readonly kind: 'left' };

export type PoolWork<Job, Done> = {
  /** The compiled module that runs in each worker, and calls `serveJobs`. */
  readonly entry: URL;
  /** How many workers at most; there are never more than jobs. */
  readonly size: number;
  /** Plain data that each worker is given at its start. */
  readonly setup: unknown;
  readonly jobs: readonly Job[];
  /** Called once for each job, as they end. */
  readonly settled: (index: number, outcome: Settled<Done>) => void;
  /** Settles when somebody wants an end: jobs at work come to theirs, the others are left. */
  readonly interrupted: Promise<void>;
  /** For workers that draw with a stranger's template: how long one drawing may take, and the memory for values in each worker. */
  readonly limits?: WorkerLimits;
};

/** How many jobs a worker holds: the one at work, and one that it can begin without waiting for this thread. */
const HELD = 2;

type Seat = { readonly worker: Worker; readonly held: number[]; drawing: Drawing | null };
type Drawing = { readonly template: string; readonly clock: NodeJS.Timeout | undefined };
type Answer<Done> = { readonly index: number; readonly done: Done };

/** Settles when all jobs have, and all workers are gone. */
export const workInPool = <Job, Done>(work: PoolWork<Job, Done>): Promise<void> =>
  new Promise((resolve) => {
    const stop = new SharedArrayBuffer(4);
    const pool = { waiting: work.jobs.map((_, index) => index), open: work.jobs.length, stopped: false };
    const seats = new Set<Seat>();

    const settle = (index: number, outcome: Settled<Done>): void => {
      work.settled(index, outcome);
      pool.open -= 1;
      if (pool.open === 0) void end();
    };
    const end = async (): Promise<void> => {
      await Promise.all([...seats].map(({ worker }) => worker.terminate()));
      resolve();
    };
    const feed = (seat: Seat): void => {
      while (seat.held.length < HELD) {
        const index = pool.waiting.shift();
        if (index === undefined) return;
        seat.held.push(index);
        seat.worker.postMessage({ index, job: work.jobs[index] });
      }
    };
    const answered = (seat: Seat, { index, done }: Answer<Done>): void => {
      seat.held.splice(seat.held.indexOf(index), 1);
      feed(seat);
      settle(index, { kind: 'done', done });
    };
    /** The job at work dies with its worker; the one behind it goes to the next that is free. */
    const died = (seat: Seat, error: unknown): void => {
      clearTimeout(seat.drawing?.clock);
      if (!seats.delete(seat) || pool.open === 0) return;
      const [at, ...behind] = seat.held;
      pool.waiting.unshift(...behind);
      if (pool.stopped) leaveWaiting();
      if (pool.waiting.length > 0) openSeat();
      if (at !== undefined) settle(at, deathOf(seat, work.limits, error));
    };
    const drawn = (seat: Seat, { drawingWith: template }: FenceMessage): void => {
      clearTimeout(seat.drawing?.clock);
      seat.drawing = template === null ? null : { template, clock: clockOf(seat, template) };
    };
    const clockOf = (seat: Seat, template: string): NodeJS.Timeout | undefined => {
      const { limits } = work;
      if (limits === undefined) return undefined;
      return setTimeout(() => {
        void seat.worker.terminate();
        died(seat, timeFailure(template, limits));
      }, limits.seconds * 1000);
    };
    const openSeat = (): void => {
      const setup: WorkerSetup = { setup: work.setup, stop };
      const worker = new Worker(work.entry, {
        workerData: setup,
        ...(work.limits === undefined
          ? {}
          : { resourceLimits: { maxOldGenerationSizeMb: work.limits.megabytes } }),
      });
      const seat: Seat = { worker, held: [], drawing: null };
      seats.add(seat);
      worker.on('message', (message: FenceMessage | Answer<Done>) =>
        'drawingWith' in message ? drawn(seat, message) : answered(seat, message),
      );
      worker.once('error', (error) => died(seat, error));
      worker.once('exit', (code) => died(seat, new Error(`A worker ended with ${code}.`)));
      feed(seat);
    };
    const leaveWaiting = (): void => {
      for (const index of pool.waiting.splice(0)) settle(index, { kind: 'left' });
    };

    work.interrupted.then(() => {
      pool.stopped = true;
      Atomics.store(new Int32Array(stop), 0, 1);
      leaveWaiting();
    });
    if (pool.open === 0) resolve();
    for (let seat = 0; seat < Math.min(work.size, work.jobs.length); seat += 1) openSeat();
  });

/** Memory that ran out over a drawing is the template's matter. */
const deathOf = (
  { drawing }: Seat,
  limits: WorkerLimits | undefined,
  error: unknown,
): Settled<never> & { readonly kind: 'died' } => {
  const memory = isOutOfMemory(error);
  return memory && drawing !== null && limits !== undefined
    ? { kind: 'died', memory: false, error: memoryFailure(drawing.template, limits) }
    : { kind: 'died', memory, error };
};
