// Draws in a worker with limits of time and memory: a template that comes from elsewhere may loop without end or grow without bound,
// and must take nothing with it. `drawing-desk.ts` keeps the limits.
import type { Drawer } from '../pipeline/draw.ts';
import { Failure } from '../problem.ts';
import { openDesk, type Perform, type WorkerOptions } from './drawing-desk.ts';
import type { DrawingDone } from './drawing-job.ts';
import { thrownFromData } from './thrown.ts';

export type { WorkerOptions } from './drawing-desk.ts';

/** A drawer that holds on to something until it is closed. */
export type KeptDrawer = Drawer & { readonly close: () => Promise<void> };

/** Draws as the pipeline itself does, to the same bytes, each time in a new worker. Throws `template-invalid` also when a limit is reached. */
export const drawerInWorker = (options: WorkerOptions = {}): Drawer =>
  drawerBy(async (task, template) => {
    const desk = openDesk(options);
    try {
      return await desk.perform(task, template);
    } finally {
      await desk.close();
    }
  });

/** The same in one worker for one drawing after the other, until it is closed; one that was ended is replaced. */
export const drawerInKeptWorker = (options: WorkerOptions = {}): KeptDrawer => {
  const desk = openDesk(options);
  return { ...drawerBy(desk.perform), close: desk.close };
};

const drawerBy = (perform: Perform): Drawer => ({
  pack: async (report, template, attachments, seal) => {
    const done = await perform({ as: 'pack', report, attachments, seal }, template);
    return done.kind === 'pack' ? done.drawn : wrongAnswer(done);
  },
  html: async (report, template) => {
    const done = await perform({ as: 'html', report }, template);
    return done.kind === 'html' ? done.html : wrongAnswer(done);
  },
  form: async (form, template) => {
    const done = await perform({ as: 'form', form }, template);
    return done.kind === 'form' ? done.xlsx : wrongAnswer(done);
  },
});

const wrongAnswer = (done: DrawingDone): never => {
  throw done.kind === 'failure' || done.kind === 'error'
    ? thrownFromData(done)
    : new Failure('bug', 'The worker drew something else.', 'Please report this.');
};
