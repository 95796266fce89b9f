// What a provider's pages call things by key: `{{site.data.keyword.cos_short}}` is a name, and often a service of its own (`*.names.yaml`).
import { z } from 'zod';
import { type Frozen, id, text } from './scalar.ts';

/** `service` is the model id of the service the key names, where it is one. */
const keyword = z.strictObject({ text, service: id.optional() });

/** `subcollection` is the provider's own short name of the service's documentation; `abbreviations` are whole words that name the service in running text. */
const service = z.strictObject({
  title: text,
  subcollection: text.optional(),
  abbreviations: z
    .array(z.string().regex(/^[A-Za-z0-9]{2,12}$/, 'must be 2 to 12 letters or digits'))
    .default([]),
});

export const names = z.strictObject({
  format: z.literal('countersign/names@1'),
  provider: z.strictObject({ id, name: text }),
  services: z.record(id, service).default({}),
  /** By the last part of the key: `cos_short` for `site.data.keyword.cos_short`. */
  keywords: z.record(z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/, 'must be a key like cos_short'), keyword),
});
export type Names = Frozen<z.infer<typeof names>>;
