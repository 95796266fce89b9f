// The name of the provider where the page says no more of it than `we` and what is its own.
import { expect, it } from 'vitest';
import { importPage } from '../../../src/read/index.ts';
import { fileOf, fixture, namesFrom } from '../support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const imported = (body: string, description = '') =>
  importPage(
    fileOf(
      `---\nlastupdated: "2026-03-31"\ndesc: "${description}"\n---\n# Who does what\n\n${body}\n`,
      'page.md',
    ),
    {
      ...{ id: null, names, previous: null, providerGiven: false },
    },
  ).value;
const halves = '## Parts\n\n| Our responsibility | Your responsibility |\n|---|---|\n| Fill. | Trim. |\n';

it.each([
  ['Brightco', 'Brightco’s lamps.', 'Ask lamps@brightco.example or Brightco.'],
  ['Bright Harbour', "Bright Harbour's lamps.", 'Bright Harbour sells lamps. Ask Bright Harbour.'],
  ['CO++', "If CO++'s lamps fail.", 'CO++ sells. CO++ lights.'],
])('%s is the provider of a page that says `our`', (name, desc, text) => {
  expect(imported(`${text}\n\n${halves}`, desc)?.provider.name).toBe(name);
});

it.each([
  ['a name that has nothing', 'Brightco lamps.', 'Brightco. Brightco. Brightco.'],
  ['a name that stands there once', 'Brightco’s lamps.', 'Ask.'],
  ['two names as often', 'Brightco’s and Lumenco’s lamps.', 'Brightco, Lumenco, Brightco, Lumenco.'],
  ['a company of other pages', 'AWS’s lamps.', 'AWS, AWS, AWS.'],
  ['a name below the first paragraph alone', '', `Ask.\n\nBrightco’s, Brightco’s, Brightco’s.`],
])('%s is none', (_, desc, text) => {
  expect(imported(`${text}\n\n${halves}`, desc)?.provider.name).toBe('Provider');
});

it('whoever is called a provider is not told from it', () => {
  const table = '## Parts\n\n| Task | Provider | You |\n|---|---|---|\n| Oil | Fill. | Trim. |\n';
  expect(imported(`Brightco’s. Brightco. Brightco.\n\n${table}`)?.provider.name).toBe('Provider');
});

it('a sentence over the one list of a page may give it to the customer', () => {
  const lead =
    'The following list outlines the specific responsibilities that tall lamp customers need to know:';
  const page = imported(
    `Brightco’s lamps. Brightco. Brightco.\n\n## Tall lamp customer responsibilities\n\n${lead}\n\n- **Oil:** Buy it.\n- **Wicks:** Trim them.`,
  );
  expect(page?.provider.name).toBe('Brightco');
  expect(page?.areas[0]?.resources[0]).toMatchObject({
    customer: [{ text: 'Oil: Buy it.' }, { text: 'Wicks: Trim them.' }],
  });
});
