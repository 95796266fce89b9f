// Progress as it is told: painted over on a terminal, in plain lines without one, in JSON for machines, and never when nobody wants it.
import { describe, expect, test } from 'vitest';
import { makeProgress, type ProgressManner } from '../../src/cli/progress.ts';
import { barText, countsText, progressText } from '../../src/cli/progress-text.ts';
import { makeTerminal } from '../../src/cli/terminal.ts';
import { Failure } from '../../src/problem.ts';

const DIGEST = `sha256:${'0'.repeat(64)}`;
const upToDate = (attestation: string) => ({
  ...{ attestation, milliseconds: 1.4 },
  ended: {
    kind: 'result' as const,
    result: {
      ...{ outcome: 'up-to-date' as const, code: 0 as const, name: 'a.b', pack: 'out/a.b/draft' },
      ...{ packId: DIGEST, untraced: null, state: 'draft' as const, version: null },
    },
  },
});
const failed = (attestation: string) => ({
  ...{ attestation, milliseconds: 7 },
  ended: { kind: 'failed' as const, error: new Failure('input-missing', 'There is none.', 'Check.') },
});

const told = (manner: ProgressManner, bar: boolean, seconds: number): readonly string[] => {
  const lines: string[] = [];
  const clock = { now: 0 };
  const terminal = makeTerminal(
    {
      out: (line) => lines.push(`out ${line}`),
      err: (line) => lines.push(line),
      colour: { out: false, err: false },
      ...(bar ? { bar: (line: string) => lines.push(`bar ${line}`) } : {}),
    },
    { json: false, quiet: false },
  );
  const progress = makeProgress(manner, terminal, () => clock.now);
  progress.start({ total: 20, jobs: 2, shard: null });
  for (let team = 0; team < 20; team += 1) {
    clock.now += seconds * 1000;
    progress.team(team === 3 ? failed('x.yaml') : upToDate(`${team}.yaml`));
    if (team === 3) terminal.complain([{ text: 'error' }]);
  }
  progress.end(2);
  return lines;
};

describe('a run of 20 teams', () => {
  test('without a terminal has a line at first, every tenth and every ten seconds, and none at its end', () => {
    const quick = told('text', false, 1);
    expect(quick[0]).toBe('1 of 20 teams: 1 up to date');
    expect(quick).toContain(
      '5 of 20 teams: 4 up to date, 1 failed; 0.2/s, 75 s left'.replace('75 s', '1 min 15 s'),
    );
    expect(quick.length).toBe(11);
    expect(told('text', false, 11).length).toBe(20);
  });

  test('on a terminal has a bar, which steps aside for other lines and is gone at the end', () => {
    const lines = told('text', true, 1);
    const at = lines.indexOf('error');
    expect(lines.slice(at - 1, at + 2)).toEqual(['bar ', 'error', lines[at - 2]]);
    expect(lines[at - 2]).toBe('bar [####                ] 4/20  1 failed  0.3/s  1 min 4 s left');
    expect(lines.at(-1)).toBe('bar ');
  });

  test('for machines has one line per event', () => {
    const events = told('json', false, 1).filter((line) => line.startsWith('{'));
    expect(JSON.parse(events[0] ?? '')).toEqual({ event: 'start', total: 20, jobs: 2, shard: null });
    expect(JSON.parse(events[1] ?? '')).toEqual({
      ...{ event: 'team', attestation: '0.yaml', team: 'a.b', outcome: 'up-to-date' },
      ...{ pack: 'out/a.b/draft', 'pack-id': DIGEST, milliseconds: 1 },
    });
    expect(JSON.parse(events[4] ?? '')).toMatchObject({
      outcome: 'failed',
      failure: { code: 'input-missing' },
    });
    expect(JSON.parse(events.at(-1) ?? '')).toEqual({
      ...{ event: 'end', built: 0, 'up-to-date': 19, failed: 1, code: 2 },
    });
    expect(events.length).toBe(22);
  });

  test('tells nothing to whoever wants nothing', () => {
    expect(told('none', true, 1)).toEqual(['error']);
  });
});

test('says how long it will take by what was built, not by what was up to date', () => {
  const tally = { built: 10, 'up-to-date': 100, failed: 0, total: 500, seconds: 10 };
  expect(progressText(tally)).toBe('110 of 500 teams: 10 built, 100 up to date; 1.0/s, 6 min 30 s left');
  expect(barText({ ...tally, built: 0, seconds: 0 })).toBe('[####                ] 100/500');
  expect(countsText({ built: 48, 'up-to-date': 1, failed: 1 })).toBe('48 built, 1 up to date, 1 failed');
});
