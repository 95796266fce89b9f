// Which packs of a folder count, and what becomes of those that do not.
import { describe, expect, it } from 'vitest';
import { RELATIVE_ADDRESS } from '../../../src/model/document.ts';
import type { RefusedPack } from '../../../src/model/portfolio.ts';
import { gatherRollup, type RollupInputs } from '../../../src/pipeline/rollup/gather.ts';
import { sound, withAnswer } from '../../evaluate/builders.ts';
import { FINAL, reportFor, type TeamMore } from '../../report/portfolio/packs.ts';
import { bytesOf, type Disk, deliver, shelfOver } from './deliver.ts';

const inputs = withAnswer(sound);
const Q3 = 'out/2026-Q3';
const put = (disk: Disk, name: string, more: TeamMore = { edition: FINAL }, folder = Q3): string =>
  deliver(disk, `${folder}/${name}`, reportFor(name, inputs, more));
const gathered = (disk: Disk, more: object = {}): Promise<RollupInputs> =>
  gatherRollup(shelfOver(disk), {
    folder: Q3,
    from: `${Q3}/rollup/draft/manifest.json`,
    previous: null,
    roster: null,
    ...more,
  });
const names = ({ packs }: RollupInputs): readonly string[] => packs.map(({ line }) => line.name);
const Q2 = { label: '2026-Q2', from: '2026-04-01', to: '2026-06-30' };

describe('of a series', () => {
  it('the latest final version counts, a draft only without one, and a folder without a manifest is no pack', async () => {
    const disk: Disk = new Map();
    put(disk, 'a.one', { edition: { state: 'draft', version: null, supersedes: null } });
    put(disk, 'a.one');
    put(disk, 'a.one', { edition: { ...FINAL, version: 10 } });
    put(disk, 'a.one', { edition: { ...FINAL, version: 9 } });
    disk.set(`${Q3}/a.one/v11/report.json`, bytesOf('{}'));
    put(disk, 'b.one', { edition: { state: 'draft', version: null, supersedes: null } });
    const { packs } = await gathered(disk);
    expect(packs.map(({ line }) => line.path)).toEqual(['../../a.one/v10', '../../b.one/draft']);
  });

  it('is linked by a plain relative address, whatever the folder is called', async () => {
    const disk: Disk = new Map();
    deliver(disk, `${Q3}/javascript:alert(1) "<é>`, reportFor('a.one', inputs, { edition: FINAL }));
    const [pack] = (await gathered(disk)).packs;
    expect(pack?.line.href).toMatch(/^\.\.\/\.\.\/javascript%3Aalert\(1\)%20%22%3C%C3%A9%3E\/v1\/a\.one-/);
    expect(RELATIVE_ADDRESS.test(pack?.line.href ?? '')).toBe(true);
  });
});

describe('a pack that does not fit', () => {
  const spoil: readonly (readonly [string, RefusedPack['why'], (disk: Disk, folder: string) => void])[] = [
    [
      'has no readable manifest',
      'manifest-unreadable',
      (disk, folder) => disk.set(`${folder}/manifest.json`, bytesOf('{')),
    ],
    [
      'has a manifest in another spelling',
      'manifest-not-canonical',
      (disk, folder) => {
        const path = `${folder}/manifest.json`;
        disk.set(path, bytesOf(` ${new TextDecoder().decode(disk.get(path))}`));
      },
    ],
    [
      'lacks a member',
      'member-missing',
      (disk, folder) => disk.delete(`${folder}/b.one-2026-Q3-v1-workbook.xlsx`),
    ],
    [
      'has a member of another size',
      'member-changed',
      (disk, folder) => disk.set(`${folder}/b.one-2026-Q3-v1-workbook.xlsx`, bytesOf('another')),
    ],
    [
      'has a report with one figure changed',
      'member-changed',
      (disk, folder) => {
        const path = `${folder}/report.json`;
        disk.set(
          path,
          bytesOf(new TextDecoder().decode(disk.get(path)).replace('"supported": 2', '"supported": 9')),
        );
      },
    ],
    [
      'is another folder of the same team',
      'name-taken',
      (disk) => deliver(disk, `${Q3}/b.one`, reportFor('a.one', inputs, { edition: FINAL })),
    ],
    [
      'is of another period',
      'other-period',
      (disk) => put(disk, 'b.one', { edition: { ...FINAL, version: 2 }, period: Q2 }),
    ],
    [
      'is no pack',
      'no-pack',
      (disk, folder) => {
        for (const path of [...disk.keys()]) if (path.startsWith(folder)) disk.delete(path);
        disk.set(`${Q3}/b.one/notes/x.txt`, bytesOf('x'));
      },
    ],
  ];

  it.each(spoil)('because it %s is listed as %s', async (_, why, change) => {
    const disk: Disk = new Map();
    put(disk, 'a.one');
    put(disk, 'c.one');
    change(disk, put(disk, 'b.one'));
    const found = await gathered(disk);
    expect(names(found)).toEqual(['a.one', 'c.one']);
    expect(found.refused).toMatchObject([{ name: 'b.one', why }]);
  });
});

describe('the period before', () => {
  it('is found beside the folder: the one that ends last before this one begins', async () => {
    const disk: Disk = new Map();
    put(disk, 'a.one');
    put(disk, 'a.one', { edition: FINAL, period: Q2 }, 'out/2026-Q2');
    put(disk, 'b.one', { edition: FINAL, period: Q2 }, 'out/2026-Q2');
    put(
      disk,
      'a.one',
      { edition: FINAL, period: { label: '2026-Q1', from: '2026-01-01', to: '2026-03-31' } },
      'out/x',
    );
    put(
      disk,
      'a.one',
      { edition: FINAL, period: { label: '2026-Q4', from: '2026-10-01', to: '2026-12-31' } },
      'out/y',
    );
    const { earlier } = await gathered(disk);
    expect(earlier?.period.label).toBe('2026-Q2');
    expect(earlier?.packs.map(({ path }) => path)).toEqual([
      '../../../2026-Q2/a.one/v1',
      '../../../2026-Q2/b.one/v1',
    ]);
  });

  it('may not be this one', async () => {
    const disk: Disk = new Map();
    put(disk, 'a.one');
    await expect(gathered(disk, { previous: Q3 })).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('a folder', () => {
  it('without packs is refused', async () => {
    await expect(gathered(new Map())).rejects.toMatchObject({ code: 'input-missing' });
  });

  it('with a roll-up under another name leaves it out', async () => {
    const disk: Disk = new Map();
    put(disk, 'a.one');
    const digest = `sha256:${'0'.repeat(64)}`;
    const manifest = {
      ...{
        format: 'countersign/rollup-manifest@1',
        'rollup-id': digest,
        period: '2026-Q3',
        'as-of': '2026-10-09',
      },
      ...{ state: 'draft', version: null, supersedes: null, packs: [], previous: [], members: [] },
    };
    disk.set(`${Q3}/board/draft/manifest.json`, bytesOf(JSON.stringify(manifest)));
    expect((await gathered(disk)).refused).toEqual([]);
  });
});

describe('a roster', () => {
  const file = (text: string) => ({ name: 'teams.yaml', bytes: bytesOf(text) });

  it('is read for its teams and systems alone', async () => {
    const disk: Disk = new Map();
    put(disk, 'a.one');
    const text = `format: countersign/roster@1
teams:
  - { team: { id: a, name: Team A, contact: a@example.com }, system: { id: one, name: One }, models: [x] }
`;
    const { roster } = await gathered(disk, { roster: file(text) });
    expect(roster?.teams).toEqual([{ team: { id: 'a', name: 'Team A' }, system: 'one' }]);
  });

  it('that is none is refused with its place', async () => {
    const disk: Disk = new Map();
    put(disk, 'a.one');
    await expect(gathered(disk, { roster: file('format: other\n') })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });
});
