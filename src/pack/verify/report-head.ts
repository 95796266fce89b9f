// The part of report.json that verification itself reads. It is looser than the report's schema on purpose: a pack made under later rules
// must still have its members, inputs and identity checked. That the report as a whole is right is shown by building it again.
import { z } from 'zod';
import { edition } from '../../model/report.ts';
import { day, digest, evidenceId, type Frozen, id } from '../../model/scalar.ts';

export const reportHead = z.object({
  format: z.literal('countersign/report@1'),
  rules: z.int().min(1),
  'pack-id': digest,
  edition,
  team: z.object({ id }),
  system: z.object({ id }),
  period: z.object({ label: z.string() }),
  'as-of': day,
  sources: z.array(z.object({ member: z.string(), sha256: digest })),
  evidence: z.array(
    z.object({
      id: evidenceId,
      keep: z.enum(['copy', 'reference']),
      file: z.string().nullable(),
      member: z.string().nullable(),
    }),
  ),
});
export type ReportHead = Frozen<z.infer<typeof reportHead>>;
