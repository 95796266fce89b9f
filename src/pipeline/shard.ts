// Which teams a shard takes: an even split that every shard works out for itself, by names alone.
import { sha256 } from '../codec/digest.ts';
import { Failure } from '../problem.ts';

/** `index` counts from 0. */
export type Shard = { readonly index: number; readonly count: number };

/** `3/10` */
export const shardName = ({ index, count }: Shard): string => `${index + 1}/${count}`;

/**
 * The names that belong to a shard. All are put in the order of their digests and dealt out one by one, so that shards differ by one name
 * at most, whatever the names and whatever order they come in.
 */
export const namesOfShard = (names: readonly string[], { index, count }: Shard): ReadonlySet<string> =>
  new Set(
    [...new Set(names)]
      .map((name) => ({ name, digest: sha256(name) }))
      .sort((a, b) => (a.digest < b.digest ? -1 : 1))
      .flatMap(({ name }, position) => (position % count === index ? [name] : [])),
  );

/** The variables that batch engines set: `index` counts from 0. `JOB_COMPLETIONS` is ours, because Kubernetes does not tell the count. */
const ENGINES = [
  { index: 'JOB_INDEX', count: 'JOB_ARRAY_SIZE' },
  { index: 'JOB_COMPLETION_INDEX', count: 'JOB_COMPLETIONS' },
] as const;

export type ShardVariables = Readonly<Record<string, string | undefined>>;

/** The shard of an option like `3/10`, else that of the environment; null for all teams. Throws `usage`. */
export const shardFrom = (option: string | null, variables: ShardVariables): Shard | null => {
  if (option !== null) return shardOfOption(option);
  for (const names of ENGINES) {
    const index = variables[names.index] ?? '';
    const count = variables[names.count] ?? '';
    if (index !== '' && count !== '') return shardOfVariables(names, index, count);
  }
  return null;
};

const shardOfOption = (option: string): Shard => {
  const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(option) ?? [];
  const shard = { index: Number(index) - 1, count: Number(count) };
  if (index === undefined || shard.index >= shard.count)
    throw new Failure(
      'usage',
      `--shard ${option} is no shard.`,
      'Write it like 3/10, for the third of ten; the first is 1/10.',
    );
  return shard;
};

const shardOfVariables = (names: (typeof ENGINES)[number], index: string, count: string): Shard => {
  const whole = /^\d{1,6}$/;
  const shard = { index: Number(index), count: Number(count) };
  if (!whole.test(index) || !whole.test(count) || shard.index >= shard.count)
    throw new Failure(
      'usage',
      `${names.index}=${index} of ${names.count}=${count} is no shard.`,
      `${names.index} counts from 0 and must be smaller than ${names.count}; unset both to build all teams.`,
    );
  return shard;
};
