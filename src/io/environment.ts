// What the environment says of the place that output goes to.

type Stream = { readonly isTTY?: boolean | undefined };
type Variables = Readonly<Record<string, string | undefined>>;

/** Colour needs a terminal that is not dumb and no NO_COLOR (https://no-color.org: any value but an empty one). */
export const showsColour = (stream: Stream, variables: Variables = process.env): boolean =>
  stream.isTTY === true && (variables.NO_COLOR ?? '') === '' && variables.TERM !== 'dumb';
