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

/** `fault` is what it died of, known before it is gone. */
type Seat = {
  readonly worker: Worker;
  readonly held: number[];
  drawing: Drawing | null;
  fault: Fault | null;
};
type Drawing = { readonly template: string; readonly clock: NodeJS.Timeout | undefined };
/** `drawing` is the one that took too long, of a worker that was ended for it. */
type Fault = { readonly error: unknown; readonly drawing: Drawing | null };
type Answer<Done> = { readonly index: number; readonly done: Done };

type Pool<Job, Done> = {
  readonly work: PoolWork<Job, Done>;
  readonly stop: SharedArrayBuffer;
  readonly seats: Set<Seat>;
  readonly waiting: number[];
  readonly ended: () => void;
  open: number;
  stopped: boolean;
};

/** Settles when all jobs have, and all workers are gone. */
export const workInPool = <Job, Done>(work: PoolWork<Job, Done>): Promise<void> =>
  new Promise((ended) => {
    const waiting = work.jobs.map((_, index) => index);
    const stop = new SharedArrayBuffer(4);
    const pool = { work, stop, seats: new Set<Seat>(), waiting, ended, open: waiting.length, stopped: false };
    work.interrupted.then(() => interrupt(pool));
    if (pool.open === 0) ended();
    for (let seat = 0; seat < Math.min(work.size, work.jobs.length); seat += 1) openSeat(pool);
  });

const interrupt = <Job, Done>(pool: Pool<Job, Done>): void => {
  pool.stopped = true;
  Atomics.store(new Int32Array(pool.stop), 0, 1);
  leaveWaiting(pool);
};

const leaveWaiting = <Job, Done>(pool: Pool<Job, Done>): void => {
  for (const index of pool.waiting.splice(0)) settle(pool, index, { kind: 'left' });
};

const settle = <Job, Done>(pool: Pool<Job, Done>, index: number, outcome: Settled<Done>): void => {
  pool.work.settled(index, outcome);
  pool.open -= 1;
  if (pool.open === 0) void end(pool);
};

const end = async <Job, Done>({ seats, ended }: Pool<Job, Done>): Promise<void> => {
  await Promise.all([...seats].map(({ worker }) => worker.terminate()));
  ended();
};

/** A worker's words and its death come on two ways, and the death may be heard first. By its exit all of its words were heard. */
const openSeat = <Job, Done>(pool: Pool<Job, Done>): void => {
  const { entry, limits, setup } = pool.work;
  const workerData: WorkerSetup = { setup, stop: pool.stop };
  const worker = new Worker(entry, {
    workerData,
    ...(limits === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } }),
  });
  const seat: Seat = { worker, held: [], drawing: null, fault: null };
  pool.seats.add(seat);
  worker.on('message', (message: FenceMessage | Answer<Done>) =>
    'drawingWith' in message ? drawn(seat, message, limits) : answered(pool, seat, message),
  );
  worker.once('error', (error) => {
    seat.fault ??= { error, drawing: null };
  });
  worker.once('exit', (code) => gone(pool, seat, code));
  feed(pool, seat);
};

const feed = <Job, Done>({ waiting, work }: Pool<Job, Done>, seat: Seat): void => {
  while (seat.held.length < HELD) {
    const index = waiting.shift();
    if (index === undefined) return;
    seat.held.push(index);
    seat.worker.postMessage({ index, job: work.jobs[index] });
  }
};

const answered = <Job, Done>(pool: Pool<Job, Done>, seat: Seat, { index, done }: Answer<Done>): void => {
  seat.held.splice(seat.held.indexOf(index), 1);
  feed(pool, seat);
  settle(pool, index, { kind: 'done', done });
};

/** The job at work dies with its worker; the ones behind it go to the next that is free. */
const gone = <Job, Done>(pool: Pool<Job, Done>, seat: Seat, code: number): void => {
  clearTimeout(seat.drawing?.clock);
  if (!pool.seats.delete(seat) || pool.open === 0) return;
  const at = inTime(seat) ? undefined : seat.held.shift();
  pool.waiting.unshift(...seat.held);
  if (pool.stopped) leaveWaiting(pool);
  if (pool.waiting.length > 0) openSeat(pool);
  const error = seat.fault === null ? new Error(`A worker ended with ${code}.`) : seat.fault.error;
  if (at !== undefined) settle(pool, at, deathOf(seat, pool.work.limits, error));
};

/** Whether the drawing that a worker was ended for came to its end before the worker did: then no job is at fault. */
const inTime = ({ drawing, fault }: Seat): boolean =>
  fault !== null && fault.drawing !== null && fault.drawing !== drawing;

const drawn = (
  seat: Seat,
  { drawingWith: template }: FenceMessage,
  limits: WorkerLimits | undefined,
): void => {
  clearTimeout(seat.drawing?.clock);
  seat.drawing = template === null ? null : { template, clock: clockOf(seat, template, limits) };
};

const clockOf = (
  seat: Seat,
  template: string,
  limits: WorkerLimits | undefined,
): NodeJS.Timeout | undefined => {
  if (limits === undefined) return undefined;
  return setTimeout(() => {
    seat.fault ??= { error: timeFailure(template, limits), drawing: seat.drawing };
    void seat.worker.terminate();
  }, limits.seconds * 1000);
};

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
