// The portfolio: figures against small packs counted by hand, and sums that hold of any.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/codec/digest.ts';
import { portfolio as schema } from '../../../src/model/portfolio.ts';
import { RESULTS, type Report } from '../../../src/model/report.ts';
import { buildPortfolio, earlierPack, isComplete } from '../../../src/report/portfolio/index.ts';
import { someInputs } from '../../evaluate/arbitraries.ts';
import { aRemediation, aWaiver, sound, withAnswer } from '../../evaluate/builders.ts';
import { asked, FINAL, factsFor, movementOf, PERIOD, reportFor } from './packs.ts';

/** One customer duty answered soundly, one not at all. */
const half = withAnswer({});
/** One answered soundly. The other is partly met, its remediation is past its day, its waiver has expired. */
const late = withAnswer(
  { ...sound, status: 'partial', reason: 'One region.', remediation: 'RM-01', waiver: 'WV-01' },
  {
    attestation: {
      remediations: { 'RM-01': { ...aRemediation, 'original-due': '2026-09-01', due: '2026-09-01' } },
      waivers: { 'WV-01': { ...aWaiver, expires: '2026-09-30' } },
    },
  },
);

describe('a portfolio of three packs', () => {
  const reports = [
    reportFor('alpha.one', half, { edition: FINAL }),
    reportFor('beta.one', late),
    reportFor('alpha.two', half, { edition: FINAL, 'as-of': '2026-10-12' }),
  ];
  const built = buildPortfolio(asked(reports.map(factsFor)));

  it('has a line for each, by name', () => {
    expect(built.teams.map(({ name }) => name)).toEqual(['alpha.one', 'alpha.two', 'beta.one']);
    expect(built.packs).toMatchObject({ expected: 3, here: 3, final: 2, draft: 1, missing: 0, refused: 0 });
    expect([built['as-of'], built['as-of-others']]).toEqual(['2026-10-12', 2]);
  });

  it('counts the customer and the provider apart', () => {
    expect(built.totals.customer).toMatchObject({
      of: 6,
      'in-scope': 6,
      supported: 3,
      'partly-supported': 1,
      'not-answered': 2,
    });
    expect(built.totals.provider.of).toBe(3);
    expect(built.totals.open).toBe(3);
  });

  it('says the worst result of each area, and how many teams meet it', () => {
    expect(built.services).toMatchObject([
      { id: 'acme-run', teams: 3, areas: [{ id: 'acme-run/OPS', teams: 3, met: 0, worst: 'not-answered' }] },
    ]);
    expect(built.teams[0]?.areas).toMatchObject([{ worst: 'not-answered', totals: { customer: { of: 2 } } }]);
  });

  it('lists what is overdue and what has expired, counted from the as-of day of the pack', () => {
    expect(built.overdue).toMatchObject([{ team: 'beta.one', id: 'RM-01', 'days-overdue': 38 }]);
    expect(built.waivers).toMatchObject([{ team: 'beta.one', id: 'WV-01', 'days-left': -9 }]);
    expect(built.totals.remediations).toEqual({ of: 1, overdue: 1 });
    expect(built.totals.waivers).toEqual({ of: 1, expired: 1, expiring: 0 });
  });

  it('groups findings by rule and severity, the gravest first', () => {
    const group = built.findings.find(({ rule }) => rule === 'not-answered');
    expect(group).toMatchObject({
      of: 2,
      teams: ['alpha.one', 'alpha.two'].map((name) => ({ name, of: 1 })),
    });
    const ranks = built.findings.map(({ severity }) =>
      ['critical', 'high', 'moderate', 'low'].indexOf(severity),
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
});

describe('what is not there', () => {
  const packs = [factsFor(reportFor('alpha.one', half, { edition: FINAL }))];
  const gone = factsFor(reportFor('gone.one', half));
  const kept = factsFor(reportFor('alpha.one', withAnswer(sound)));
  const earlier = {
    period: { label: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
    packs: [gone, kept].map(earlierPack),
    refused: 0,
  };
  const team = (id: string) => ({ team: { id, name: `Team ${id}` }, system: 'one' });
  const roster = {
    member: 'inputs/roster.yaml',
    sha256: sha256('r'),
    teams: [team('alpha'), team('late'), team('bad')],
  };
  const bad = {
    name: 'bad.one',
    path: '../../bad.one/v1',
    why: 'member-missing',
    what: 'report.json',
  } as const;
  const built = buildPortfolio(asked(packs, { earlier, roster, refused: [bad] }));

  it('is missing where the roster or the period before expects it, and refused is not missing', () => {
    expect(built.missing.map(({ name, by }) => [name, by])).toEqual([
      ['gone.one', ['previous']],
      ['late.one', ['roster']],
    ]);
    expect(built.packs).toMatchObject({ expected: 4, here: 1, missing: 2, refused: 1 });
  });

  it('keeps the roll-up a draft', () => {
    expect(isComplete(built)).toBe(false);
    expect(isComplete(buildPortfolio(asked(packs)))).toBe(true);
    expect(isComplete(buildPortfolio(asked([])))).toBe(false);
  });

  it('is told apart in the comparison with the period before', () => {
    expect(built.before).toMatchObject({
      gone: ['gone.one'],
      joined: [],
      both: { teams: 1, 'open-before': 0, 'open-now': 1 },
      totals: { of: 4 },
    });
  });

  it('is part of the id, and where it lies is not', () => {
    const id = (more: object): string => buildPortfolio(asked(packs, more))['rollup-id'];
    expect(new Set([id({}), id({ earlier }), id({ roster }), id({ refused: [bad] })]).size).toBe(4);
    expect(id({ refused: [{ ...bad, path: 'elsewhere' }] })).toBe(id({ refused: [bad] }));
    expect(id({ edition: FINAL })).toBe(id({}));
  });
});

describe('movement', () => {
  it('is the sum of the teams that have one, and reconciles', () => {
    const moved = [movementOf(5, [2, 1, 1, 3, 1]), movementOf(4, [0, 0, 2, 1, 0])];
    const packs = [...moved, null].map((movement, index) =>
      factsFor(reportFor(`team-${index}.one`, half, { movement })),
    );
    const { movement } = buildPortfolio(asked(packs));
    expect(movement).toMatchObject({ teams: 2, opening: { open: 9 }, closing: { open: 10 } });
    expect(movement?.counts).toMatchObject({
      opened: 2,
      're-opened': 1,
      'added-open': 3,
      closed: 4,
      'removed-open': 1,
    });
    expect(movement?.ageing.duties['to-30']).toBe(2);
  });

  it('is null where no pack has one', () => {
    expect(buildPortfolio(asked([factsFor(reportFor('a.b', half))])).movement).toBeNull();
  });
});

describe('any portfolio', () => {
  const someReports = fc
    .array(someInputs, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((inputs, index) => reportFor(`team-${index}.one`, inputs)));
  const dutiesOf = ({ services }: Report) =>
    services.flatMap(({ areas }) =>
      areas.flatMap(({ resources }) => resources.flatMap((one) => one.customer)),
    );

  it('is valid by its schema, and its totals are those of the duties in the reports', () => {
    fc.assert(
      fc.property(someReports, (reports) => {
        const built = buildPortfolio(asked(reports.map(factsFor)));
        expect(schema.parse(built)).toEqual(built);
        const duties = reports.flatMap(dutiesOf);
        for (const result of RESULTS)
          expect(built.totals.customer[result]).toBe(duties.filter((duty) => duty.result === result).length);
        const areas = built.services.flatMap((service) =>
          service.areas.map(({ totals }) => totals.customer.of),
        );
        expect(areas.reduce((sum, of) => sum + of, 0)).toBe(duties.length);
        const found = built.findings.reduce((sum, { of }) => sum + of, 0);
        expect(found).toBe(reports.flatMap(({ findings }) => findings).length);
      }),
      { numRuns: 10 },
    );
  });

  it('is the same whatever order its packs come in', () => {
    fc.assert(
      fc.property(someReports, (reports) => {
        const packs = reports.map(factsFor);
        expect(buildPortfolio(asked(packs.toReversed()))).toEqual(buildPortfolio(asked(packs)));
      }),
      { numRuns: 5 },
    );
  });
});

it('holds 2,000 teams in little memory', () => {
  const one = reportFor('team.one', half);
  const lines = Array.from({ length: 2000 }, (_, index) =>
    factsFor({ ...one, team: { ...one.team, id: `team-${index}` }, period: PERIOD }),
  );
  const built = buildPortfolio(asked(lines));
  expect(built.totals.customer.of).toBe(4000);
  expect(JSON.stringify(built).length).toBeLessThan(2000 * 4000);
});
