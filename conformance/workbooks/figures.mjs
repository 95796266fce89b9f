// Every figure of a recalculated workbook against report.json: named key figures, counts by area, checks, ages.

const RESULTS = [
  'supported',
  'partly-supported',
  'unsupported',
  'not-applicable',
  'not-answered',
  're-opened',
];
const COVERAGES = ['covered', 'partly-covered', 'not-covered'];
const SEVERITIES = ['critical', 'high', 'moderate', 'low'];
const under = (text) => text.replaceAll('-', '_');

/** Names and the values they must have. */
const namedFigures = ({ totals }) => [
  ['checks_all', true],
  ['customer_duties', totals.customer.of],
  ['customer_in_scope', totals.customer['in-scope']],
  ...RESULTS.map((result) => [`customer_${under(result)}`, totals.customer[result]]),
  ['provider_duties', totals.provider.of],
  ...COVERAGES.map((coverage) => [`provider_${under(coverage)}`, totals.provider[coverage]]),
  ...SEVERITIES.map((severity) => [`findings_${severity}`, totals.findings[severity]]),
  ['risk_accepted', totals['risk-accepted']],
  ['remediations_overdue', totals.overdue],
  ['auditor_to_do', totals.customer.of + totals.provider.of],
];

const AREA_ORDER = [
  'of',
  'in-scope',
  'supported',
  'partly-supported',
  'unsupported',
  'not-answered',
  're-opened',
  'not-applicable',
];

const areaRows = ({ services }) =>
  services.flatMap(({ id, areas }) =>
    areas.map(({ code, totals }) => [`${id}/${code}`, AREA_ORDER.map((key) => totals.customer[key])]),
  );

/** Faults, one text each; none when every figure agrees. */
export const figureFaults = (cells, report) => [
  ...namedFigures(report).flatMap(([name, wanted]) => differs(name, cells.named(name), wanted)),
  ...areaFaults(cells.rowsOf('Summary'), report),
  ...checkFaults(cells.rowsOf('Control')),
  ...dayFaults(cells, report),
];

const differs = (what, found, wanted) =>
  found === wanted ? [] : [`${what} is ${JSON.stringify(found)}, the report says ${JSON.stringify(wanted)}`];

const areaFaults = (rows, report) =>
  areaRows(report).flatMap(([id, wanted]) => {
    const row = rows.find((cells) => cells[0] === id);
    return differs(
      `Summary, ${id}`,
      JSON.stringify(row?.slice(3, 3 + wanted.length)),
      JSON.stringify(wanted),
    );
  });

/** Rows of checks have a figure of the workbook, one of the report, and whether they agree. */
const checkFaults = (rows) => {
  const checks = rows.filter((row) => typeof row[1] === 'number' && typeof row[2] === 'number');
  const wrong = checks
    .filter((row) => row[3] !== true || row[1] !== row[2])
    .map((row) => `Control, ${row[0]}: ${row[1]} and ${row[2]}`);
  return checks.length < 20 ? [`Control has ${checks.length} checks only`] : wrong;
};

const dayFaults = (cells, report) => {
  const faultsOf = (sheet, items, columns) => {
    const rows = cells.rowsOf(sheet);
    const head = rows[0] ?? [];
    return items.flatMap((item) => {
      const row = rows.find(([id]) => id === item.id);
      return columns.flatMap(([title, wanted]) =>
        differs(`${sheet}, ${item.id}, ${title}`, row?.[head.indexOf(title)], wanted(item)),
      );
    });
  };
  return [
    ...faultsOf(
      'Evidence',
      report.evidence.filter(({ at }) => at !== null),
      [['Age in days', ({ at }) => days(at, report['as-of'])]],
    ),
    ...faultsOf('Waivers', report.waivers, [['Days left', (waiver) => waiver['days-left']]]),
    ...faultsOf('Remediations', report.remediations, [
      ['Age in days', ({ age }) => age],
      ['Days left', (item) => item['days-left']],
    ]),
  ];
};

const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
