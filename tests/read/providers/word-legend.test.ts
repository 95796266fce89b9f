// What explains the words of owners speaks of responsibilities, and is none.
import { expect, it } from 'vitest';
import { read } from './support.ts';

const LINES = [
  ['Nimbus', 'Nimbus is fully responsible'],
  ['Customer', 'Customer organization is fully responsible'],
  ['Shared', 'Joint responsibility with clearly defined boundaries'],
  ['Third-Party', 'External vendor responsible'],
  ['N/A', 'Not applicable to the service model'],
] as const;
const reasons = LINES.map(([word], index) => [index + 4, word] as const);

it('a list', () => {
  const { resources, leftOut } = read(
    `# T\n## Levels\n\n${LINES.map(([word, meaning]) => `- **${word}**: ${meaning}\n`).join('')}`,
  );
  expect(resources).toEqual([]);
  expect(leftOut).toEqual(
    reasons.map(([line, word], index) => `legend ${line}: ${word}: ${LINES[index]?.[1]}`),
  );
});

it('a table, and paragraphs', () => {
  const rows = LINES.map(([word, meaning]) => `| ${word} | ${meaning}. |\n`).join('');
  const table = read(`# T\n## Levels\n\n| Responsibility | Description |\n|---|---|\n${rows}`);
  expect(table.leftOut).toHaveLength(5);
  expect(table.leftOut.every((one) => one.startsWith('legend'))).toBe(true);
  const texts = LINES.map(([word, meaning]) => `**${word}**: ${meaning}.\n\n`).join('');
  expect(read(`# T\n## Levels\n\n${texts}`)).toMatchObject({ resources: [] });
});

it('of the two parties alone, where it says nothing but that', () => {
  const legend = '- **Nimbus**: Nimbus performs this task.\n- **You**: You are responsible for it.\n';
  expect(read(`# T\n## Levels\n\n${legend}`).resources).toEqual([]);
});

it.each([
  '- **Nimbus**: responsible for the oil\n- **Customer**: responsible for the glass\n',
  '- **Nimbus**: Nimbus is responsible for the oil\n- **Customer**: Customer is responsible\n',
])('%j are duties', (list) => {
  expect(read(`# T\n## Levels\n\n${list}`).resources).toHaveLength(1);
});

it('lists beside those of one party that are said to be shared are both parties’', () => {
  const list = (label: string, text: string): string => `${label}\n\n- ${text}\n\n`;
  const labels = [
    '**Shared**',
    '**Shared (Nimbus + customer)**',
    '**Joint responsibilities:**',
    '### Shared responsibilities',
  ];
  for (const label of labels) {
    const own = label.startsWith('#') ? '### Nimbus responsibilities' : '**Nimbus**';
    const { resources } = read(`# T\n## Lamps\n\n${list(own, 'Fill.')}${list(label, 'Count.')}`);
    expect(resources.join('; ').replace('-: Fill. | ; -: ', '-: Fill.; ')).toBe('-: Fill.; Count. | Count.');
  }
  expect(read(`# T\n\n## Lamps\n\n- **You**: Trim.\n- **Shared**: Count.\n`).resources).toEqual([
    '-: Count. | Trim.; Count.',
  ]);
  expect(read(`# T\n## Shared responsibilities\n\n- Count.\n`).resources).toEqual([]);
});
