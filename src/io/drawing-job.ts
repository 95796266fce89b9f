// What goes to the worker that draws, and what comes back: plain data, because nothing else crosses the border.
import type { TemplateFiles } from '../document/files.ts';
import type { Attachment, SealPlace } from '../model/document.ts';
import type { FormData } from '../model/form.ts';
import type { Drawable, Drawn } from '../pipeline/draw.ts';
import type { Thrown } from './thrown.ts';

export type DrawingTask =
  | {
      readonly as: 'pack';
      readonly report: Drawable;
      readonly attachments: readonly Attachment[];
      readonly seal: SealPlace | null;
    }
  | { readonly as: 'html'; readonly report: Drawable }
  | { readonly as: 'form'; readonly form: FormData };

/** `template` is null where it is the one of the job before: it is megabytes of fonts. */
export type DrawingJob = DrawingTask & { readonly template: TemplateFiles | null };

export type DrawingDone =
  | { readonly kind: 'pack'; readonly drawn: Drawn }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'form'; readonly xlsx: Uint8Array }
  | Thrown;
