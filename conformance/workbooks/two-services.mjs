// A team that answers for two services, in texts that spreadsheets like to misread: formulas, escapes, more than a cell holds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { modelOf } from '../../bench/work/attested.mjs';
import { makePack } from '../../bench/work/pack.mjs';

const REVISION = '2026-01-01';
const LONG = Array.from({ length: 5_500 }, (_, index) => `word${index}`).join(' ');
/** Answers in turn; the first of each service gets the text that no cell holds. */
const STATEMENTS = [
  `${LONG} the end`,
  '=HYPERLINK("http://example.com","press here")',
  '+1-1',
  '@SUM(A1:A9)',
  '_x0041_ stays what it is, and so does _x005F_',
  '-2 is below zero\nand this is a second line',
  'Ελληνικά, עברית, العربية, Русский',
];
const STATUSES = ['implemented', 'partial', 'planned', 'not-implemented', 'not-applicable', null];

const answersOf = (duties) =>
  Object.fromEntries(
    duties.map(({ id }, index) => {
      const status = STATUSES[index % STATUSES.length];
      if (status === null) return [id, {}];
      const statement = STATEMENTS[index % STATEMENTS.length];
      return [
        id,
        {
          status,
          owner: 'lead',
          statement,
          reason: '=1+1',
          evidence: index % 3 === 0 ? ['EV-01'] : ['EV-01', 'EV-02'],
        },
      ];
    }),
  );

/** Writes the files into a folder; answers with the path of the attestation. */
export const writeTwoServices = (folder) => {
  mkdirSync(join(folder, 'models'), { recursive: true });
  mkdirSync(join(folder, 'evidence'), { recursive: true });
  const services = [1, 2].map((seed) => {
    const model = {
      ...modelOf(makePack('twenty', seed)),
      id: `service-${seed}`,
      title: `Service [${seed}] of 'two'`,
    };
    writeFileSync(join(folder, `models/service-${seed}.model.yaml`), stringify(model));
    return model;
  });
  for (const name of ['one', 'two']) writeFileSync(join(folder, `evidence/${name}.txt`), `${name}\n`);
  const attestation = {
    format: 'countersign/attestation@1',
    team: { id: 'two', name: "Team of 'two' services" },
    system: { id: 'both', name: 'Both & more' },
    ...{ period: '2026-Q3', 'as-of': '2026-10-09' },
    models: services.map(({ id }) => ({ id, revision: REVISION })),
    people: { lead: { name: 'Robin Example', role: 'Lead' } },
    duties: Object.fromEntries(
      services.map(({ id, areas }) => [
        id,
        answersOf(areas.flatMap(({ resources }) => resources.flatMap(({ customer }) => customer))),
      ]),
    ),
    evidence: {
      'EV-01': { type: 'record', title: '=A1', file: 'evidence/one.txt', at: '2026-09-30', by: 'lead' },
      'EV-02': {
        type: 'record',
        title: 'Two',
        file: 'evidence/two.txt',
        covers: '2026-07-01/2026-09-30',
        by: 'lead',
      },
    },
  };
  const path = join(folder, 'two.attestation.yaml');
  writeFileSync(path, stringify(attestation));
  return path;
};
