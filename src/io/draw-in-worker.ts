// Draws in a worker with limits of time and memory: a template that comes from elsewhere may loop without end or grow without bound,
// and must take nothing with it. The worker is always ended before an answer is given.
import { Worker } from 'node:worker_threads';
import type { Drawer } from '../pipeline/draw.ts';
import { Failure } from '../problem.ts';
import { type DrawingDone, type DrawingJob, thrownFromData } from './drawing-job.ts';

export type WorkerLimits = {
  readonly seconds: number;
  /** Of memory for values; what they hold of bytes comes on top. */
  readonly megabytes: number;
};

/** A pack of 50,000 duties stays far below both. */
const LIMITS: WorkerLimits = { seconds: 120, megabytes: 1536 };

export type WorkerOptions = {
  readonly limits?: WorkerLimits;
  /** The compiled module that runs in the worker. */
  readonly entry?: URL;
  /** Settles when nobody wants the drawing any more. */
  readonly interrupted?: Promise<void>;
};

/** Draws as the pipeline itself does, to the same bytes. Throws `template-invalid` also when a limit is reached. */
export const drawerInWorker = (options: WorkerOptions = {}): Drawer => ({
  pack: async (report, template, attachments, seal) => {
    const done = await perform({ as: 'pack', report, template, attachments, seal }, options);
    return done.kind === 'pack' ? done.drawn : wrongAnswer(done);
  },
  html: async (report, template) => {
    const done = await perform({ as: 'html', report, template }, options);
    return done.kind === 'html' ? done.html : wrongAnswer(done);
  },
  form: async (form, template) => {
    const done = await perform({ as: 'form', form, template }, options);
    return done.kind === 'form' ? done.xlsx : wrongAnswer(done);
  },
});

const wrongAnswer = (done: DrawingDone): never => {
  throw done.kind === 'failure' || done.kind === 'error'
    ? thrownFromData(done)
    : new Failure('bug', 'The worker drew something else.', 'Please report this.');
};

const ENTRY = new URL('./draw-worker.js', import.meta.url);

const perform = async (
  job: DrawingJob,
  { limits = LIMITS, entry = ENTRY, interrupted }: WorkerOptions,
): Promise<DrawingDone> => {
  const worker = new Worker(entry, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const clock = timer(limits.seconds);
  try {
    return await Promise.race([
      answerOf(worker, job.template.id, limits),
      clock.ended.then(() => overrun(job.template.id, `within ${limits.seconds} seconds`)),
      ...(interrupted === undefined ? [] : [interrupted.then(stopped)]),
    ]);
  } finally {
    clock.stop();
    await worker.terminate();
  }
};

const timer = (seconds: number): { readonly ended: Promise<void>; readonly stop: () => void } => {
  let stop = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    const timeout = setTimeout(resolve, seconds * 1000);
    stop = () => clearTimeout(timeout);
  });
  return { ended, stop };
};

/** The one message of a worker. One that ends without it was ended by its memory, or by a mistake of ours. */
const answerOf = (worker: Worker, template: string, limits: WorkerLimits): Promise<DrawingDone> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('messageerror', reject);
    worker.once('error', (error) =>
      reject(isOutOfMemory(error) ? limitFailure(template, `with ${limits.megabytes} MB of memory`) : error),
    );
    worker.once('exit', (code) =>
      reject(new Failure('bug', `The worker that draws ended with ${code}.`, 'Please report this.')),
    );
  });

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const stopped = (): never => {
  throw new Failure('interrupted', 'Interrupted; nothing is half-written.', 'Run the same command again.');
};

const overrun = (template: string, bound: string): never => {
  throw limitFailure(template, bound);
};

const limitFailure = (template: string, bound: string): Failure => {
  const sentence = `The template \`${template}\` could not be drawn ${bound}.`;
  const hint =
    'Look for an {{#each}} inside another over the same list, and for output larger than any report; nothing was written.';
  return new Failure('template-invalid', sentence, hint, {
    diagnostics: [
      {
        code: 'template-limit',
        severity: 'error',
        file: template,
        place: null,
        excerpt: null,
        sentence,
        hint,
      },
    ],
  });
};
