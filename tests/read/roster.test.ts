// Rosters: what they may say, and the mistakes that would put one team's file in the place of another's, or outside of its folder.
import { expect, test } from 'vitest';
import { rosterFile } from '../../src/model/roster.ts';
import { readRoster } from '../../src/read/index.ts';
import { fileOf } from './support.ts';

const HEAD = `format: countersign/roster@1
teams:
`;
const team = (id: string, system: string, more = ''): string =>
  `  - { team: { id: ${id}, name: ${id} }, system: { id: ${system}, name: ${system} }${more} }\n`;
const read = (text: string) => readRoster(fileOf(text));
const told = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ code, place, sentence }) => `${place?.line} ${code} ${sentence}`);

const MODELS = ', models: [svc]';

test('a file is called by its team, by both ids where the team has several systems, or as the roster says', () => {
  const { value, diagnostics } = read(
    HEAD +
      team('pay', 'shop', MODELS) +
      team('bill', 'invoices', MODELS) +
      team('bill', 'dunning', MODELS) +
      team('obs', 'logs', `${MODELS}, file: "{period}/{system}/{team}.attestation.yaml"`),
  );
  expect(diagnostics).toEqual([]);
  if (value === null) return expect.unreachable();
  expect(value.teams.map((one) => rosterFile(value, one, '2026-Q4'))).toEqual([
    'pay.attestation.yaml',
    'bill.invoices.attestation.yaml',
    'bill.dunning.attestation.yaml',
    '2026-Q4/logs/obs.attestation.yaml',
  ]);
});

test('a default serves every team that says nothing else', () => {
  const head =
    'format: countersign/roster@1\ndefaults: { models: [svc], file: "x/{team}.attestation.yaml" }\n';
  const { value } = read(`${head}teams:\n${team('pay', 'shop')}`);
  const [one] = value?.teams ?? [];
  if (value === null || one === undefined) return expect.unreachable();
  expect(rosterFile(value, one, '2026')).toBe('x/pay.attestation.yaml');
});

test.each<[what: string, teams: string, told: string]>([
  ['no team', '', '2 key-missing `teams` is missing.'],
  [
    'an unknown key',
    team('pay', 'shop', `${MODELS}, polcy: p`),
    '3 key-unknown `polcy` is no key of `teams[0]`.',
  ],
  [
    'a system twice',
    team('pay', 'shop', MODELS) + team('pay', 'shop', MODELS),
    '4 id-duplicate `pay.shop` stands in the roster a second time.',
  ],
  [
    'one file for two teams',
    team('pay', 'shop', `${MODELS}, file: All.attestation.yaml`) +
      team('bill', 'shop', `${MODELS}, file: all.attestation.yaml`),
    '4 id-duplicate `bill.shop` would have the same file as `pay.shop`, `all.attestation.yaml`.',
  ],
  [
    'no models',
    team('pay', 'shop'),
    '3 key-missing The team has no `models`, and there are none under `defaults`.',
  ],
  [
    'a path out of the folder',
    team('pay', 'shop', `${MODELS}, file: "../{team}.attestation.yaml"`),
    '3 path-leaves-folder The file name `../{team}.attestation.yaml` climbs out of its folder.',
  ],
  [
    'an absolute path',
    team('pay', 'shop', `${MODELS}, file: /etc/x.attestation.yaml`),
    '3 path-leaves-folder The file name `/etc/x.attestation.yaml` is absolute.',
  ],
  [
    'a name that no folder is searched for',
    team('pay', 'shop', `${MODELS}, file: pay.yaml`),
    '3 value-invalid The file name `pay.yaml` does not end in .attestation.yaml.',
  ],
  [
    'a blank that nothing fills',
    team('pay', 'shop', `${MODELS}, file: "{person}.attestation.yaml"`),
    '3 word-unknown The file name `{person}.attestation.yaml` has a blank `{person}`, and nothing is known to fill it.',
  ],
])('%s is told with its line', (_, teams, line) => {
  expect(told(HEAD + teams)).toContain(line);
});
