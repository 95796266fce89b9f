// The worker that draws with a template from a stranger: one job in, one answer out. `draw-in-worker.ts` starts and ends it.
import { parentPort, workerData } from 'node:worker_threads';
import { draw, drawForm, drawHtml } from '../pipeline/draw.ts';
import { type DrawingDone, type DrawingJob, thrownAsData } from './drawing-job.ts';

const perform = async (job: DrawingJob): Promise<DrawingDone> => {
  try {
    if (job.as === 'html') return { kind: 'html', html: await drawHtml(job.report, job.template) };
    if (job.as === 'form') return { kind: 'form', xlsx: await drawForm(job.form, job.template) };
    return { kind: 'pack', drawn: await draw(job.report, job.template, job.attachments, job.seal) };
  } catch (error) {
    return thrownAsData(error);
  }
};

parentPort?.postMessage(await perform(workerData));
