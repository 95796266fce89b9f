// The worker that draws with a template from a stranger: one job in, one answer out. `draw-in-worker.ts` starts and ends it.
import { parentPort } from 'node:worker_threads';
import type { TemplateFiles } from '../document/files.ts';
import { draw, drawForm, drawHtml } from '../pipeline/draw.ts';
import type { DrawingDone, DrawingJob } from './drawing-job.ts';
import { thrownAsData } from './thrown.ts';

const held: { template: TemplateFiles | null } = { template: null };

const perform = async (job: DrawingJob): Promise<DrawingDone> => {
  try {
    held.template = job.template ?? held.template;
    if (held.template === null) throw new Error('A drawing was asked for without a template.');
    if (job.as === 'html') return { kind: 'html', html: await drawHtml(job.report, held.template) };
    if (job.as === 'form') return { kind: 'form', xlsx: await drawForm(job.form, held.template) };
    return { kind: 'pack', drawn: await draw(job.report, held.template, job.attachments, job.seal) };
  } catch (error) {
    return thrownAsData(error);
  }
};

parentPort?.on('message', async (job: DrawingJob) => parentPort?.postMessage(await perform(job)));
