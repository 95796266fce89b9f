// The portfolio: all packs of a period as one table, plain JSON and complete before any drawing. It says nothing that does not follow
// from the packs it names, the roster and the packs of the period before.
import { z } from 'zod';
import { lineTotals, moved, teamLine } from './portfolio-team.ts';
import { edition, maker } from './report.ts';
import { customerTotals, providerTotals, result, whole } from './report-duty.ts';
import { areaCode, day, digest, type Frozen, id, remediationId, severity, waiverId } from './scalar.ts';

/** The version of the rules by which a portfolio follows from its packs. */
export const PORTFOLIO_RULES = 1;
/** Days. A waiver that ends within a quarter of the as-of day has to be decided on in the next one. */
export const EXPIRES_SOON = 92;

/** Why a pack does not count, in the order in which it is looked at. */
const REFUSALS = [
  'no-pack',
  'manifest-unreadable',
  'manifest-not-canonical',
  'member-missing',
  'member-changed',
  'report-unreadable',
  'report-differs',
  'name-taken',
  'other-period',
] as const;

const periodSpan = z.strictObject({ label: z.string(), from: day, to: day });
const named = z.strictObject({ name: z.string(), manifest: digest });

const missingPack = z.strictObject({
  name: z.string(),
  team: z.strictObject({ id: z.string(), name: z.string().nullable() }),
  system: z.string(),
  /** Who expects it. */
  by: z.array(z.enum(['roster', 'previous'])),
});

const refusedPack = z.strictObject({
  /** The folder's name. */
  name: z.string(),
  path: z.string(),
  why: z.enum(REFUSALS),
  /** The member, period or folder that `why` speaks of; null for none. */
  what: z.string().nullable(),
});

const area = z.strictObject({
  id: z.string(),
  code: areaCode,
  title: z.string(),
  teams: whole,
  /** Teams all of whose customer duties there are supported or not applicable. */
  met: whole,
  totals: z.strictObject({ customer: customerTotals, provider: providerTotals }),
  worst: result.nullable(),
});

export const portfolio = z.strictObject({
  format: z.literal('countersign/portfolio@1'),
  rules: z.literal(PORTFOLIO_RULES),
  'rollup-id': digest,
  edition,
  maker: maker.omit({ 'as-of-from': true }),
  /** Names of the organisations of the packs, and their classifications; each once, by code units. */
  organisations: z.array(z.string()),
  classifications: z.array(z.string()),
  period: periodSpan,
  /** The latest of the packs'. */
  'as-of': day,
  /** Packs that were judged as of another day. */
  'as-of-others': whole,
  /** `here` is final plus draft; `expected` is here plus missing plus refused. */
  packs: z.strictObject({
    expected: whole,
    here: whole,
    final: whole,
    draft: whole,
    sealed: whole,
    complete: whole,
    missing: whole,
    refused: whole,
  }),
  totals: lineTotals,
  /** By name, in code unit order. */
  teams: z.array(teamLine),
  services: z.array(z.strictObject({ id, title: z.string(), teams: whole, areas: z.array(area) })),
  /** Findings of one rule and severity: the gravest first, then the most. */
  findings: z.array(
    z.strictObject({
      rule: id,
      severity,
      title: z.string(),
      of: whole,
      teams: z.array(z.strictObject({ name: z.string(), of: whole })),
    }),
  ),
  /** The longest overdue first. */
  overdue: z.array(
    z.strictObject({
      team: z.string(),
      id: remediationId,
      weakness: z.string(),
      severity,
      owner: z.string().nullable(),
      ticket: z.string().nullable(),
      due: day,
      /** Days from the due day to the as-of day of the team's pack. */
      'days-overdue': whole,
      postponed: z.boolean(),
    }),
  ),
  /** Expired or expiring soon, the first to end first. */
  waivers: z.array(
    z.strictObject({
      team: z.string(),
      id: waiverId,
      risk: z.string(),
      'accepted-by': z.string().nullable(),
      expires: day,
      'days-left': z.int(),
      duties: whole,
    }),
  ),
  missing: z.array(missingPack),
  refused: z.array(refusedPack),
  roster: z.strictObject({ member: z.string(), sha256: digest, teams: whole }).nullable(),
  /** Summed over the teams that have a movement; null where none has. */
  movement: moved.extend({ teams: whole }).nullable(),
  /** The packs of the period before, taken as a whole; null where none were at hand. */
  before: z
    .strictObject({
      period: periodSpan,
      packs: z.array(named),
      totals: customerTotals,
      open: whole,
      /** Packs there that could not be counted. */
      refused: whole,
      /** Teams with a pack then and now, and what they came to. */
      both: z.strictObject({
        teams: whole,
        'totals-before': customerTotals,
        'totals-now': customerTotals,
        'open-before': whole,
        'open-now': whole,
      }),
      /** Teams whose movement starts from the very pack that lies there. */
      linked: whole,
      joined: z.array(z.string()),
      gone: z.array(z.string()),
    })
    .nullable(),
});
export type Portfolio = Frozen<z.infer<typeof portfolio>>;
export type PortfolioService = Portfolio['services'][number];
export type RefusedPack = Portfolio['refused'][number];
export type MissingPack = Portfolio['missing'][number];
