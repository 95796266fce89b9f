// One worker that draws, started when it is needed, ended at a limit of time or memory, and replaced for the next drawing.
import { Worker } from 'node:worker_threads';
import type { TemplateFiles } from '../document/files.ts';
import { Failure, interruption } from '../problem.ts';
import type { DrawingDone, DrawingTask } from './drawing-job.ts';

export type WorkerLimits = {
  /** Of one drawing. */
  readonly seconds: number;
  /** Of memory for values; what they hold of bytes comes on top. */
  readonly megabytes: number;
};

/** A pack of 50,000 duties stays far below both. */
export const LIMITS: WorkerLimits = { seconds: 120, megabytes: 1536 };

export type WorkerOptions = {
  readonly limits?: WorkerLimits;
  /** The compiled module that runs in the worker. */
  readonly entry?: URL;
  /** Settles when nobody wants the drawing any more. */
  readonly interrupted?: Promise<void>;
};

export type Perform = (task: DrawingTask, template: TemplateFiles) => Promise<DrawingDone>;

/** One drawing after the other, never two at once. `close` ends the worker. */
export type Desk = { readonly perform: Perform; readonly close: () => Promise<void> };

const ENTRY = new URL('./draw-worker.js', import.meta.url);

/** `template` is what the worker holds, `end` gives up on the drawing at hand. */
type Held = {
  worker: Worker | null;
  template: TemplateFiles['files'] | null;
  end: (error: unknown) => void;
};

export const openDesk = ({ limits = LIMITS, entry = ENTRY, interrupted }: WorkerOptions): Desk => {
  const held: Held = { worker: null, template: null, end: () => undefined };
  // Listened to once and not at each drawing: whatever waits for it is kept until it settles.
  interrupted?.then(() => held.end(interruption()));
  const close = async (): Promise<void> => {
    const { worker } = held;
    forget(held);
    await worker?.terminate();
  };
  const perform: Perform = async (task, template) => {
    held.worker ??= startWorker(entry, limits, held);
    try {
      return await answerTo(task, template, held.worker, limits, held);
    } catch (error) {
      await close();
      throw error;
    }
  };
  return { perform, close };
};

const forget = (held: Held): void => {
  Object.assign(held, { worker: null, template: null });
};

const startWorker = (entry: URL, limits: WorkerLimits, held: Held): Worker => {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
  const gone = (error: unknown): void => {
    if (held.worker === worker) forget(held);
    held.end(error);
  };
  worker.once('messageerror', gone);
  worker.once('error', gone);
  // One that ends without an answer was ended by its memory, or by a mistake of ours.
  worker.once('exit', (code) =>
    gone(new Failure('bug', `The worker that draws ended with ${code}.`, 'Please report this.')),
  );
  return worker;
};

const answerTo = (
  task: DrawingTask,
  { id, files }: TemplateFiles,
  worker: Worker,
  limits: WorkerLimits,
  held: Held,
): Promise<DrawingDone> =>
  new Promise<DrawingDone>((resolve, reject) => {
    const clock = setTimeout(() => held.end(timeFailure(id, limits)), limits.seconds * 1000);
    const done = (): void => {
      clearTimeout(clock);
      worker.off('message', answered);
      held.end = () => undefined;
    };
    const answered = (answer: DrawingDone): void => {
      done();
      resolve(answer);
    };
    held.end = (error) => {
      done();
      reject(isOutOfMemory(error) ? memoryFailure(id, limits) : error);
    };
    worker.on('message', answered);
    // Installed fonts are functions, which do not cross; those that the report needs are among the files by now.
    worker.postMessage({ ...task, template: held.template === files ? null : { id, files } });
    held.template = files;
  });

/** How Node says that a worker came to the end of its memory. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A drawing that came to one of the limits. */
export const timeFailure = (template: string, { seconds }: WorkerLimits): Failure =>
  limitFailure(template, `within ${seconds} seconds`);

export const memoryFailure = (template: string, { megabytes }: WorkerLimits): Failure =>
  limitFailure(template, `with ${megabytes} MB of memory`);

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
