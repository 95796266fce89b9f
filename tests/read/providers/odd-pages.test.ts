// Pages as their authors write them, with all that is odd about them.
import { describe, expect, it } from 'vitest';
import { read, readTable } from './support.ts';

const lamps = (body: string) => read(`# Who does what in Brightco Lamps\n\n## Lamps\n\n${body}`);

describe('headers with links, emoji, bold and breaks', () => {
  it('say whose a column is all the same', () => {
    const { resources, leftOut } = readTable([
      '| <br>Task | [Nimbus](https://n.example) **responsibilities** ✅ | 👤 Your<br>responsibilities |',
      '| [Oil](x.md) | * Fill <br> * Test | <ul><li>Buy it<ul><li>daily</li></ul></li></ul> |',
      '| **Wick** | N/A. | - Trim \\n - Dry |',
    ]);
    expect(resources).toEqual(['Oil: Fill; Test | Buy it; daily', 'Wick:  | Trim; Dry']);
    expect(leftOut).toEqual(['says-nothing 7: N/A.']);
  });
});

describe('owners', () => {
  it('in brackets, in pairs, joint, and of a company that nobody knows', () => {
    const rows = [
      'Fill | Brightco',
      'Trim | Customer',
      'Count | Joint',
      'Dim | Customer/Brightco',
      'Hum | Shared (Brightco + customer)',
    ];
    const { provider, resources } = lamps(
      `| Task | Owner |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`,
    );
    expect(provider).toBe('Brightco');
    expect(resources).toEqual([
      '-: Fill | ',
      '-:  | Trim',
      '-: Count | Count',
      '-: Dim | Dim',
      '-: Hum | Hum',
    ]);
  });

  it('with a remark behind them; what cannot be told is refused by name', () => {
    const { resources, leftOut } = readTable([
      '| Responsibility | Owner |',
      '| Fill | Nimbus *(automatic)* |',
      '| Trim | **Customer** (self-service) |',
      '| Count | Nimbus, with customer input |',
      '| Dim | Customer<br>Nimbus |',
    ]);
    expect(resources).toEqual(['-: Fill | ', '-:  | Trim', '-: Dim | Dim']);
    expect(leftOut).toEqual(['party-unclear 8: Count | Nimbus, with customer input']);
  });

  it('the number of a control names it, its requirement is the duty', () => {
    const rows = [
      '| LX-1 | The oil is clean. | Customer | Log | Daily |',
      '| LX-2 | The glass is whole. | Nimbus | Log | Daily |',
    ];
    expect(
      readTable(['| Control | Requirement | Responsibility | Evidence | Frequency |', ...rows]).resources,
    ).toEqual(['LX-1:  | The oil is clean.', 'LX-2: The glass is whole. | ']);
  });

  it('for two kinds of responsibility are letters', () => {
    const { raci } = readTable([
      '| Item | Responsible party | Accountable party |',
      '| Oil | Nimbus | You |',
    ]);
    expect(raci).toEqual(['R/A']);
  });
});

describe('labels of parties', () => {
  it('names alone over nested items', () => {
    const list = '* Nimbus\n  * Fill\n* You\n  * Trim\n  * Wicks:\n    * buy\n* You & Nimbus\n  * Count\n';
    expect(lamps(list)).toMatchObject({
      resources: ['-: Fill | Trim; Wicks: buy'],
      leftOut: ['legend 5: Nimbus', 'legend 7: You', 'legend 11: You & Nimbus', 'party-unclear 12: Count'],
    });
  });

  it('bold names before items, of a company that nobody knows', () => {
    expect(lamps('- **Brightco**: Fill\n- **Customer**: Trim\n')).toMatchObject({
      provider: 'Brightco',
      resources: ['-: Fill | Trim'],
    });
  });

  it('headings side by side, one of which the title names', () => {
    const page =
      '# Who does what in Brightco Lamps\n\n## Brightco\n\n- Fill\n\n## Customer\n\n- Trim\n\n## Shared\n\n- Count\n';
    expect(read(page)).toMatchObject({
      provider: 'Brightco',
      resources: ['-: Fill | ', '-:  | Trim', '-: Count | Count'],
    });
  });

  it('headings underlined with other marks', () => {
    const under = (text: string): string => `${text}\n${'~'.repeat(text.length)}\n\n`;
    const page = `T\n=====\n\nLamps\n-----\n\n${under('Nimbus responsibilities')}* Fill\n\n${under('Your responsibilities')}* Trim\n`;
    expect(read(page).resources).toEqual(['-: Fill | ', '-:  | Trim']);
    expect(read('# T\n\n## You\n\n~~~~\n* code\n~~~~\n\n* Trim\n').resources).toEqual(['-:  | Trim']);
  });

  it('meanings without a term are items', () => {
    expect(
      lamps('### Nimbus\n\n:   Fill\n:   Light\n\n### You {#you}\n\nTrim the wicks.\n').resources,
    ).toEqual(['-: Fill; Light | ', '-:  | Trim the wicks.']);
  });

  it('admonitions, tabs, quotes and components around them', () => {
    const page =
      ':::info Nimbus responsibilities\n- Fill\n:::\n\n:::tip Your responsibilities\n- Trim\n:::\n';
    expect(lamps(page).resources.join()).toContain('Trim');
    expect(lamps('> **Nimbus**\n>\n> - Fill\n\n> **You**\n>\n> - Trim\n').resources).toEqual([
      '-: Fill | Trim',
    ]);
    const tabs = '=== "Nimbus responsibilities"\n\n    - Fill\n\n=== "Your responsibilities"\n\n    - Trim\n';
    expect(lamps(tabs).resources).toEqual(['-: Fill | ', '-:  | Trim']);
    const mdx =
      '<Tabs>\n<TabItem value="a">\n\n**Nimbus**\n\n- Fill\n\n**You**\n\n- Trim\n\n</TabItem>\n</Tabs>\n';
    expect(lamps(mdx).resources).toEqual(['-: Fill | Trim']);
  });
});

it('sentences that each begin with a party are that party’s', () => {
  const list =
    '1. You are responsible for the oil.\n2. You must trim.\n3. Nimbus is responsible for the glass.\n4. Nimbus paints.\n';
  expect(lamps(list)).toMatchObject({ dialects: ['topic-bullets'] });
  expect(lamps(list).resources).toHaveLength(4);
  expect(lamps('- You can wave.\n- Nimbus waves back.\n- You are responsible for it.\n').resources).toEqual(
    [],
  );
  expect(lamps('- You are responsible for oil.\n- You are responsible for glass.\n').resources).toEqual([]);
});
