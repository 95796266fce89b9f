// A provider service's responsibilities as published at one revision (`*.model.yaml`).
import { z } from 'zod';
import { areaCode, count, day, digest, dutyId, type Frozen, id, resourceCode, text } from './scalar.ts';

const ALLOCATIONS = ['provider', 'customer', 'shared', 'third-party', 'none'] as const;
export const allocation = z.enum(ALLOCATIONS);
export type Allocation = z.infer<typeof allocation>;

/** One attestable item of one party: one bullet of one cell. `digest` is over the provider's own normalised text. */
const duty = z.strictObject({ id: dutyId, line: count, text, digest });
/** An edge to a service whose own page says the rest. `to` is a model id, whether or not that model is at hand. */
const delegate = z.strictObject({ to: id, line: count.optional(), note: text });
const raciLetters = z.string().regex(/^[RACI]{0,4}$/, 'must be letters out of R, A, C, I');
export const raci = z.strictObject({ provider: raciLetters, customer: raciLetters });

const resource = z.strictObject({
  code: resourceCode,
  title: text,
  line: count,
  allocation,
  delegates: z.array(delegate).default([]),
  raci: raci.optional(),
  provider: z.array(duty).default([]),
  customer: z.array(duty).default([]),
});

/** What an area's introduction gives to whom; `digest` is over the whole introduction as the provider wrote it. */
const scope = z.strictObject({
  line: count,
  shared: text.optional(),
  provider: text.optional(),
  customer: text.optional(),
  other: text.optional(),
  digest,
});

const area = z.strictObject({
  code: areaCode,
  anchor: text.optional(),
  title: text,
  line: count,
  allocation,
  scope: scope.optional(),
  delegates: z.array(delegate).default([]),
  resources: z.array(resource).default([]),
});

export const model = z.strictObject({
  format: z.literal('countersign/model@1'),
  id,
  title: text,
  provider: z.strictObject({ id, name: text }),
  /** The provider's own date of the page. */
  revision: day,
  /** Whether the duties' texts are the provider's words or ours. */
  text: z.enum(['paraphrase', 'verbatim']),
  source: z.strictObject({ title: text, url: text.optional(), file: text.optional(), sha256: digest }),
  delegates: z.array(delegate).default([]),
  areas: z.array(area),
  retired: z.array(z.strictObject({ id: dutyId, revision: day })).default([]),
});

export type Model = Frozen<z.infer<typeof model>>;
export type Area = Model['areas'][number];
export type Resource = Area['resources'][number];
export type Duty = Resource['customer'][number];
export type Delegate = Model['delegates'][number];
export type Scope = NonNullable<Area['scope']>;
