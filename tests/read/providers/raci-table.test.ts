// Activities with RACI letters.
import { describe, expect, it } from 'vitest';
import { read, readTable } from './support.ts';

describe('a column for each party', () => {
  it('R and A make a duty, C and I do not; letters are kept', () => {
    const { dialects, resources, raci, leftOut } = readTable([
      '| Activity | Client Role | Nimbus Role |',
      '| Fill the **lamps** (1) | **I** | **RA** |',
      '| Polish | A/R | I, C |',
      '| Trim | AI | RC ^2^ |',
      '| Watch | C | I |',
      '| Rest | | |',
    ]);
    expect(dialects).toEqual(['raci-table']);
    expect(resources).toEqual([
      'Fill the lamps (1): Fill the lamps (1) | ',
      'Polish:  | Polish',
      'Trim: Trim | Trim',
      'Watch:  | ',
    ]);
    expect(raci).toEqual(['RA/I', 'CI/RA', 'RC/AI', 'I/C']);
    expect(leftOut).toEqual(['says-nothing 9: Watch | C | I', 'says-nothing 10: Rest']);
  });

  it('several roles of one party are that party', () => {
    const { raci, leftOut } = readTable([
      '| Category | Activity | Customer admin | Customer user | Nimbus keeper | AWS | Notes |',
      '| Lamps | Fill | I | C | R | A | n |',
      '| Lamps | Dim | | | | RA | |',
    ]);
    expect(raci).toEqual(['R/CI']);
    expect(leftOut).toEqual([
      'no-responsibilities 6: n',
      'third-party 6: A',
      'third-party 7: Lamps | Dim | RA',
    ]);
  });

  it('a second row may name the roles', () => {
    const { raci, resources } = readTable([
      '| | Customer | Customer | Nimbus |',
      '| Activity | Admin | User | Keeper |',
      '| Fill | I | C | RA |',
    ]);
    expect(resources).toEqual(['Fill: Fill | ']);
    expect(raci).toEqual(['RA/CI']);
  });

  it('a cell with anything else is refused', () => {
    const rows = Array.from({ length: 10 }, (_, index) => `| x${index} | R | A |`);
    const { leftOut, resources } = readTable([
      '| Activity | Client | Nimbus |',
      ...rows,
      '| y | R | maybe |',
    ]);
    expect(resources).toHaveLength(10);
    expect(leftOut).toEqual(['party-unclear 16: y | R | maybe']);
  });

  it('with letters, whoever stands beside the customer is the provider', () => {
    const page = '# T\n\n| Activity | Client | umbra.cloud |\n|-|-|-|\n| Fill | I | RA |\n';
    expect(read(page)).toMatchObject({
      provider: 'umbra.cloud',
      resources: ['Fill: Fill | '],
      raci: ['RA/I'],
    });
  });
});

it('a column for each letter', () => {
  const { raci, resources, leftOut } = readTable([
    '| Activity | Responsible | Accountable | C | I |',
    '| Fill | Nimbus | Nimbus | | Customer |',
    '| Trim | Nimbus, Customer | Customer | AWS | |',
    '| Dim | AWS | AWS | You | |',
    '| Hum | Somebody | Nimbus | | |',
  ]);
  expect(resources).toEqual(['Fill: Fill | ', 'Trim: Trim | Trim', 'Hum: Hum | ']);
  expect(raci).toEqual(['RA/I', 'R/RA', 'A/']);
  expect(leftOut).toEqual(['third-party 8: Dim | AWS | AWS | You', 'party-unclear 9: Somebody']);
});

it.each([
  '| Role | Description |\n|-|-|\n| (R) Responsible | does it |\n| (A) Accountable | answers |\n| (C) Consulted | asked |\n',
  '- **R**: Responsible\n- A = Accountable\n- Informed: told\n',
])('legends are told', (text) => {
  const { dialects, leftOut } = read(`# T\n## Lamps\n\n${text}`);
  expect(dialects).toEqual(['raci-table']);
  expect(leftOut.map((one) => one.split(' ', 1)[0])).toEqual(['legend', 'legend', 'legend']);
});

it('letters of nobody’s roles are no duties', () => {
  expect(readTable(['| Activity | DBA | Keeper |', '| Fill | R | A |']).dialects).toEqual([]);
});

it.each([
  ['R, A', 'RA'],
  ['A/R', 'RA'],
  ['**R** / A', 'RA'],
  ['R&nbsp;A', 'RA'],
  ['`R`', 'R'],
  ['A<sup>1</sup>', 'A'],
  ['R[^1]', 'R'],
  ['R (primary)', 'R'],
  ['(R)', 'R'],
  ['r/a', 'RA'],
  ['Responsible and Accountable', 'RA'],
  ['A, S', 'A'],
  ['RASCI', 'RACI'],
  ['N/A', ''],
  ['–', ''],
  ['None', ''],
])('%s in a cell', (cell, letters) => {
  expect(readTable(['| Activity | Client | Nimbus |', `| Fill | R | ${cell} |`]).raci).toEqual([
    `${letters}/R`,
  ]);
});

it('letters that are none of the four are told', () => {
  const { raci, leftOut, dialects } = read(
    '# T\n## Lamps\n\n- R: Responsible\n- A: Accountable\n- C: Consulted\n- S: Supports\n\n| Task | Client | Nimbus |\n|-|-|-|\n| Fill | R | A, S |\n| Trim | RA | constructor |\n| Dim | R | I |\n| Hum | R | I |\n',
  );
  expect(dialects).toEqual(['raci-table', 'raci-table']);
  expect(raci).toEqual(['A/R', 'I/R', 'I/R']);
  expect(leftOut.slice(4)).toEqual([
    'no-responsibilities 11: A, S',
    'party-unclear 12: Trim | RA | constructor',
  ]);
});

it('a row across all columns heads the rows below it', () => {
  const row = (...cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const part = (title: string): string => `<tr><td colspan="3"><b>${title}</b></td></tr>`;
  const rows = [part('Oil'), row('Fill', 'I', 'R'), part('Wick'), row('Trim', 'R', 'A')];
  const { resources } = read(
    `# T\n<h2>Lamps</h2>\n<table><tr><th>Task</th><th>Client</th><th>Nimbus</th></tr>${rows.join('')}</table>\n`,
  );
  expect(resources).toEqual(['[Oil] Fill: Fill | ', '[Wick] Trim: Trim | Trim']);
});

describe('a company that nobody knows', () => {
  it('over several columns of its roles', () => {
    const { provider, raci } = readTable([
      '| Task | Brightco Ops | Brightco Support | Customer Admin | AWS |',
      '| Fill | R | A | I | C |',
    ]);
    expect([provider, raci]).toEqual(['Brightco', ['RA/I']]);
  });

  it('in the cells under letters', () => {
    const { provider, raci } = readTable([
      '| Task | R | A | C | I |',
      '| Fill | Brightco | Brightco | Customer | All |',
      '| Trim | Customer / Brightco | Both | | |',
    ]);
    expect([provider, raci]).toEqual(['Brightco', ['RAI/CI', 'RA/RA']]);
    expect(
      readTable(['| Task | R | A |', '| Fill | DBA | Keeper |', '| Trim | Customer | DBA |']).provider,
    ).toBe('Nimbus');
  });
});
