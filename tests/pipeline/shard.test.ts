// Shards: every team in exactly one, evenly, whatever order the files come in; and where a run learns which is its own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOfShard, shardFrom, shardName } from '../../src/pipeline/shard.ts';

const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}\.[a-z]{1,3}$/), { maxLength: 40 });

test('take every team once, in sizes that differ by one at most, and in any order of files', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 12 }), fc.integer(), (teams, count, turn) => {
      const shards = Array.from({ length: count }, (_, index) => namesOfShard(teams, { index, count }));
      expect(shards.flatMap((shard) => [...shard]).sort()).toEqual(teams.toSorted());
      const sizes = shards.map(({ size }) => size);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      const at = teams.length === 0 ? 0 : Math.abs(turn) % teams.length;
      const turned = [...teams.slice(at), ...teams.slice(0, at), ...teams.slice(0, 1)];
      expect(shards.map((_, index) => namesOfShard(turned, { index, count }))).toEqual(shards);
    }),
    { numRuns: 200 },
  );
});

describe('which shard', () => {
  test.each([
    ['1/10', {}, { index: 0, count: 10 }],
    ['10/10', { JOB_INDEX: '3', JOB_ARRAY_SIZE: '4' }, { index: 9, count: 10 }],
    [null, { JOB_INDEX: '3', JOB_ARRAY_SIZE: '4' }, { index: 3, count: 4 }],
    [null, { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '2' }, { index: 0, count: 2 }],
    [null, { JOB_COMPLETION_INDEX: '0' }, null],
    [null, {}, null],
  ])('%s with %j is %j', (option, variables, shard) => {
    expect(shardFrom(option, variables)).toEqual(shard);
  });

  test.each([
    ['0/10', {}],
    ['11/10', {}],
    ['3', {}],
    [null, { JOB_INDEX: '4', JOB_ARRAY_SIZE: '4' }],
    [null, { JOB_INDEX: '-1', JOB_ARRAY_SIZE: '4' }],
  ])('%s with %j is refused', (option, variables) => {
    expect(() => shardFrom(option, variables)).toThrow(/is no shard/);
  });

  test('is called as the option says it', () => {
    expect(shardName({ index: 2, count: 10 })).toBe('3/10');
  });
});
