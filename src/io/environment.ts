// What the environment says of the place that output goes to.

/** `columns` is null where nobody reads along: a pipe, a file. */
export type Environment = {
  readonly terminal: boolean;
  readonly color: boolean;
  readonly columns: number | null;
};

type Stream = { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };
type Variables = Readonly<Record<string, string | undefined>>;

/** Colour needs a terminal that is not dumb and no NO_COLOR (https://no-color.org: any value but an empty one). */
export const environmentOf = (stream: Stream, variables: Variables = process.env): Environment => {
  const terminal = stream.isTTY === true;
  const refused = (variables.NO_COLOR ?? '') !== '' || variables.TERM === 'dumb';
  return { terminal, color: terminal && !refused, columns: terminal ? (stream.columns ?? null) : null };
};
