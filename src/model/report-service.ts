// The responsibility matrix of one service in the report: areas, resources, and the duties of both parties.
import { z } from 'zod';
import { allocation, raci } from './model.ts';
import { serviceChanges } from './report-changes.ts';
import { customerDuty, customerTotals, providerDuty, providerTotals, whole } from './report-duty.ts';
import { areaCode, day, digest, id, resourceCode } from './scalar.ts';

const delegate = z.strictObject({
  to: id,
  title: z.string().nullable(),
  line: whole.nullable(),
  note: z.string(),
  attested: z.boolean(),
});

const resource = z.strictObject({
  code: resourceCode,
  title: z.string(),
  allocation,
  /** As a RACI page gives them; null on any other. */
  raci: raci.nullable(),
  delegates: z.array(delegate),
  totals: z.strictObject({ customer: customerTotals, provider: providerTotals }),
  customer: z.array(customerDuty),
  provider: z.array(providerDuty),
});

const area = z.strictObject({
  code: areaCode,
  anchor: z.string().nullable(),
  title: z.string(),
  allocation,
  scope: z
    .strictObject({
      shared: z.string().nullable(),
      provider: z.string().nullable(),
      customer: z.string().nullable(),
      other: z.string().nullable(),
    })
    .nullable(),
  delegates: z.array(delegate),
  totals: z.strictObject({ customer: customerTotals, provider: providerTotals }),
  resources: z.array(resource),
});

export const service = z.strictObject({
  id,
  title: z.string(),
  provider: z.strictObject({ id, name: z.string() }),
  revision: day,
  /** The revision the attestation speaks of; findings say so where it is another one. */
  'attested-revision': day,
  text: z.enum(['paraphrase', 'verbatim']),
  source: z.strictObject({
    title: z.string(),
    url: z.string().nullable(),
    file: z.string().nullable(),
    sha256: digest,
  }),
  /** Null where the attestation was moved from no other revision; packs from before there was such a thing do not have the key. */
  changes: serviceChanges.nullable().optional(),
  delegates: z.array(delegate),
  totals: z.strictObject({ customer: customerTotals, provider: providerTotals }),
  areas: z.array(area),
});
