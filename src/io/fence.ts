// Draws with a stranger's template right in a worker of the pool, and says to the pool when it begins and ends: meanwhile the pool keeps
// the limits that `drawing-desk.ts` keeps elsewhere. Nothing is written while a pack is drawn, so a worker may be ended there.
import { parentPort } from 'node:worker_threads';
import type { TemplateFiles } from '../document/files.ts';
import { DRAWER, type Drawer } from '../pipeline/draw.ts';

/** What a worker says: the template that it draws with from now on, or null when it is done. */
export type FenceMessage = { readonly drawingWith: string | null };

const within = async <T>({ id }: TemplateFiles, draw: () => Promise<T>): Promise<T> => {
  const say = (message: FenceMessage): void => parentPort?.postMessage(message);
  say({ drawingWith: id });
  try {
    return await draw();
  } finally {
    say({ drawingWith: null });
  }
};

/** For the side of the worker. */
export const FENCED_DRAWER: Drawer = {
  pack: (report, template, attachments, seal) =>
    within(template, () => DRAWER.pack(report, template, attachments, seal)),
  html: (report, template) => within(template, () => DRAWER.html(report, template)),
  form: (form, template) => within(template, () => DRAWER.form(form, template)),
};
