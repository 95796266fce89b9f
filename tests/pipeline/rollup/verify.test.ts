// A roll-up made and verified: whole, with one pack changed, with packs out of reach, and with its own files altered.
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/codec/digest.ts';
import { writeZip } from '../../../src/codec/zip.ts';
import { type Members, membersOf, type RollupVerification, verifyRollup } from '../../../src/pack/index.ts';
import type { Drawer } from '../../../src/pipeline/draw.ts';
import { gatherRollup } from '../../../src/pipeline/rollup/gather.ts';
import { makeRollup, prepareRollup } from '../../../src/pipeline/rollup/make.ts';
import { manifestsBeside, remakeBeside } from '../../../src/pipeline/rollup/remake.ts';
import { sound, withAnswer } from '../../evaluate/builders.ts';
import { tinyPdf } from '../../pack/tiny-pdf.ts';
import { FINAL, reportFor } from '../../report/portfolio/packs.ts';
import { bytesOf, type Disk, deliver, shelfOver } from './deliver.ts';

const HOME = 'out/2026-Q3/rollup/v1';
const ROSTER = `format: countersign/roster@1
teams: [{ team: { id: a, name: Team A }, system: { id: one, name: One }, models: [x] }]
`;

/** The smallest documents that verification accepts. */
const drawer: Drawer = {
  pack: async (data, _template, attachments) => ({
    pdf: tinyPdf(new Map(attachments.map(({ name, data: bytes }) => [name, bytes]))),
    xlsx: writeZip([{ path: 'docProps/custom.xml', data: bytesOf(JSON.stringify(data)) }]),
  }),
  html: async () => '<!DOCTYPE html>',
  form: async () => new Uint8Array(),
};

const disk: Disk = new Map();
let members: Members = new Map();

beforeAll(async () => {
  const period = { label: '2026-Q2', from: '2026-04-01', to: '2026-06-30' };
  const report = (name: string, more: object = {}) =>
    reportFor(name, withAnswer(sound), { edition: FINAL, ...more });
  for (const name of ['a.one', 'b.one']) deliver(disk, `out/2026-Q3/${name}`, report(name));
  deliver(disk, 'out/2026-Q2/a.one', report('a.one', { period }));
  const inputs = await gatherRollup(shelfOver(disk), {
    folder: 'out/2026-Q3',
    from: `${HOME}/manifest.json`,
    previous: null,
    roster: { name: 'teams.yaml', bytes: bytesOf(ROSTER) },
  });
  const prepared = await prepareRollup(inputs, {
    tool: { name: 'countersign', version: '0' },
    template: { id: 'none', files: {} },
    ...{ language: 'en', paper: 'a4' },
  });
  members = membersOf((await makeRollup(prepared, FINAL, drawer, null)).members);
});

const verified = (
  changed: Members = members,
  there: Disk = disk,
  require: readonly string[] = [],
): Promise<RollupVerification> => {
  const shelf = shelfOver(there);
  const options = { manifestAt: manifestsBeside(shelf, HOME), remake: remakeBeside(shelf, HOME) };
  return verifyRollup(changed, { ...options, trust: null, require });
};
const outcomes = ({ steps }: RollupVerification): Readonly<Record<string, string>> =>
  Object.fromEntries(steps.map(({ id, outcome }) => [id, outcome]));
const codes = ({ steps }: RollupVerification, id: string): readonly string[] =>
  steps.find((step) => step.id === id)?.details.map(({ code }) => code) ?? [];

describe('a roll-up', () => {
  it('is ok where nothing has changed, its portfolio made again from the packs', async () => {
    const found = await verified();
    expect(found.outcome).toBe('ok');
    expect(outcomes(found)).toMatchObject({
      structure: 'ok',
      packs: 'ok',
      portfolio: 'ok',
      documents: 'ok',
      seal: 'not-checked',
    });
    expect(found.rollup).toMatchObject({ period: '2026-Q3', state: 'final', version: 1 });
  });

  it.each(['out/2026-Q3/b.one', 'out/2026-Q2/a.one'])(
    'fails for a pack that is another one now: %s',
    async (series) => {
      const there = new Map(disk);
      const path = `${series}/v1/manifest.json`;
      there.set(path, bytesOf(new TextDecoder().decode(there.get(path)).replace('2026-10-09', '2026-10-10')));
      const found = await verified(members, there);
      expect(found.outcome).toBe('failed');
      expect(codes(found, 'packs')).toEqual(['listed-pack-changed']);
      expect(outcomes(found)).toMatchObject({ portfolio: 'not-checked', members: 'ok' });
    },
  );

  it('is not checked against packs that are not at hand, unless that is required', async () => {
    const there: Disk = new Map([...disk].filter(([path]) => !path.includes('b.one')));
    const found = await verified(members, there);
    expect([found.outcome, codes(found, 'packs')]).toEqual(['ok', ['pack-not-at-hand']]);
    expect((await verified(members, there, ['packs'])).outcome).toBe('failed');
  });

  it('fails for a pack whose report was changed under its manifest', async () => {
    const there = new Map(disk).set('out/2026-Q3/b.one/v1/report.json', bytesOf('{}'));
    expect(codes(await verified(members, there), 'portfolio')).toEqual(['listed-pack-unusable']);
  });

  it('fails for a figure of its own that was changed, even under a manifest that fits', async () => {
    const text = new TextDecoder().decode(members.get('portfolio.json'));
    const forged = bytesOf(text.replace('"supported": 4', '"supported": 3'));
    expect(sha256(forged)).not.toBe(sha256(bytesOf(text)));
    const found = await verified(new Map(members).set('portfolio.json', forged));
    expect(codes(found, 'members')).toEqual(['member-changed']);
    expect(codes(found, 'portfolio')).toEqual(['portfolio-differs']);
  });

  it('fails for a manifest that names a path out of the way, without looking there', async () => {
    const manifest = new TextDecoder().decode(members.get('manifest.json'));
    for (const path of ['/etc', '../../../x/../y', 'a\\\\b', '']) {
      const bytes = bytesOf(manifest.replace('"../../b.one/v1"', `"${path}"`));
      const found = await verified(new Map(members).set('manifest.json', bytes));
      expect([path, codes(found, 'structure')]).toEqual([path, ['manifest-path-refused']]);
    }
  });

  it('carries the roster, and says when it was exchanged', async () => {
    const other = bytesOf(ROSTER.replace('Team A', 'Team B'));
    const found = await verified(new Map(members).set('inputs/roster.yaml', other));
    expect(codes(found, 'members')).toEqual(['member-changed']);
    expect(found.outcome).toBe('failed');
  });
});
