// What the environment says: of the place that output goes to, of the part of the work that is this run's, and of the machine.
import { availableParallelism } from 'node:os';

type Stream = { readonly isTTY?: boolean | undefined };
type Variables = Readonly<Record<string, string | undefined>>;

/** Colour needs a terminal that is not dumb and no NO_COLOR (https://no-color.org: any value but an empty one). */
export const showsColour = (stream: Stream, variables: Variables = process.env): boolean =>
  stream.isTTY === true && (variables.NO_COLOR ?? '') === '' && variables.TERM !== 'dumb';

/** What batch engines say of the part of the work that is this run's. */
const SHARD_VARIABLES = ['JOB_INDEX', 'JOB_ARRAY_SIZE', 'JOB_COMPLETION_INDEX', 'JOB_COMPLETIONS'] as const;

export const shardVariables = (variables: Variables = process.env): Variables =>
  Object.fromEntries(SHARD_VARIABLES.map((name) => [name, variables[name]]));

/** True where a line can be painted over: a terminal that is not dumb. */
export const paintsOver = (stream: Stream, variables: Variables = process.env): boolean =>
  stream.isTTY === true && variables.TERM !== 'dumb';

/** How many threads the processors that this process may use run at once. */
export const cores = (): number => availableParallelism();
