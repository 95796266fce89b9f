// One pack's report to what a portfolio keeps of it. A report may be megabytes, and thousands are read one after the other: what is
// made here is all that stays.
import { byCodeUnits } from '../../model/lookup.ts';
import { EXPIRES_SOON, type Portfolio } from '../../model/portfolio.ts';
import type { LineTotals, TeamLine } from '../../model/portfolio-team.ts';
import type { Report, ReportService } from '../../model/report.ts';
import type { Digest } from '../../model/scalar.ts';
import { openOf, worstOf } from './sums.ts';

/** Where a pack lies, as the roll-up names it, and what it is bound by. */
export type PackPlace = {
  readonly path: string;
  readonly href: string;
  readonly manifest: Digest;
  readonly sealed: boolean;
};

/** A line, and what is listed over all teams. */
export type TeamFacts = {
  readonly line: TeamLine;
  readonly period: Report['period'];
  readonly organisation: string;
  readonly classification: string;
  readonly services: readonly NamedService[];
  readonly findings: readonly FoundByRule[];
  readonly overdue: Portfolio['overdue'];
  readonly waivers: Portfolio['waivers'];
};
/** What areas are called, at the revision that the pack speaks of. */
export type NamedService = Pick<ReportService, 'id' | 'title' | 'revision'> & {
  readonly areas: readonly { readonly code: string; readonly title: string }[];
};
export type FoundByRule = Pick<Portfolio['findings'][number], 'rule' | 'severity' | 'title' | 'of'>;

const nameOfLine = (one: {
  readonly team: { readonly id: string };
  readonly system: { readonly id: string };
}): string => `${one.team.id}.${one.system.id}`;

export const teamFacts = (report: Report, place: PackPlace): TeamFacts => {
  const name = nameOfLine(report);
  return {
    line: lineOf(name, report, place),
    period: report.period,
    organisation: report.organisation.name,
    classification: report.classification,
    services: report.services.map(({ id, title, revision, areas }) => ({
      ...{ id, title, revision },
      areas: areas.map((area) => ({ code: area.code, title: area.title })),
    })),
    findings: findingsOf(report),
    overdue: overdueOf(name, report),
    waivers: waiversOf(name, report),
  };
};

const lineOf = (name: string, report: Report, place: PackPlace): TeamLine => ({
  name,
  team: report.team,
  system: { id: report.system.id, name: report.system.name },
  edition: report.edition,
  path: place.path,
  href: place.href,
  'pack-id': report['pack-id'],
  manifest: place.manifest,
  'as-of': report['as-of'],
  sealed: place.sealed,
  approvals: {
    mode: report.approvals.mode,
    complete: report.approvals.complete,
    missing: report.approvals.missing,
  },
  totals: totalsOf(report),
  movement: movementOf(report),
  areas: report.services.flatMap(areasOf),
});

const totalsOf = ({ totals, remediations, waivers }: Report): LineTotals => {
  const used = waivers.filter(({ state }) => state !== 'unused');
  return {
    customer: totals.customer,
    provider: totals.provider,
    findings: totals.findings,
    'risk-accepted': totals['risk-accepted'],
    remediations: {
      of: remediations.filter(({ status }) => status === 'open').length,
      overdue: totals.overdue,
    },
    waivers: {
      of: used.length,
      expired: used.filter((waiver) => waiver['days-left'] < 0).length,
      expiring: used.filter((waiver) => waiver['days-left'] >= 0 && endsSoon(waiver)).length,
    },
    open: openOf(totals.customer),
  };
};

const endsSoon = (waiver: { readonly 'days-left': number }): boolean => waiver['days-left'] <= EXPIRES_SOON;

const movementOf = ({ movement }: Report): TeamLine['movement'] => {
  if (movement === null) return null;
  const { opening, counts, closing, ageing } = movement;
  const { open, manifest, period } = opening;
  return {
    opening: { open, manifest, period: period.label, 'as-of': opening['as-of'] },
    ...{ counts, closing, ageing },
  };
};

const areasOf = (service: ReportService): TeamLine['areas'] =>
  service.areas.map(({ code, totals }) => ({
    ...{ id: `${service.id}/${code}`, service: service.id, code, totals },
    worst: worstOf(totals.customer),
  }));

const findingsOf = ({ findings, method }: Report): readonly FoundByRule[] => {
  const titles = new Map(method.map(({ id, title }) => [id, title]));
  const found = new Map<string, FoundByRule>();
  for (const { rule, severity } of findings) {
    const key = `${rule} ${severity}`;
    const title = titles.get(rule) ?? rule;
    found.set(key, { rule, severity, title, of: (found.get(key)?.of ?? 0) + 1 });
  }
  return [...found.values()];
};

const overdueOf = (team: string, { remediations }: Report): Portfolio['overdue'] =>
  remediations
    .filter(({ overdue }) => overdue)
    .map(({ id, weakness, severity, owner, ticket, due, postponed, ...one }) => ({
      ...{ team, id, weakness, severity, owner: owner?.name ?? null, ticket, due, postponed },
      'days-overdue': -one['days-left'],
    }));

const waiversOf = (team: string, { waivers }: Report): Portfolio['waivers'] =>
  waivers
    .filter((waiver) => waiver.state !== 'unused' && endsSoon(waiver))
    .map(({ id, risk, expires, ...one }) => ({
      ...{ team, id, risk, expires, 'accepted-by': one['accepted-by']?.name ?? null },
      'days-left': one['days-left'],
      duties: one['used-by'].length,
    }))
    .toSorted((a, b) => byCodeUnits(a.id, b.id));
