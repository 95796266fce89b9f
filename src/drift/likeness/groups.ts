// Edges between rows and columns, parted into groups that have neither in common.

type Ends = { readonly row: number; readonly column: number };

/** Groups in the order of their first edges. */
export const groupsOf = <T extends Ends>(edges: readonly T[]): readonly (readonly T[])[] => {
  const leaders = new Map<string, string>();
  for (const { row, column } of edges) join(leaders, `r${row}`, `c${column}`);
  const groups = new Map<string, T[]>();
  for (const edge of edges) {
    const leader = leaderOf(leaders, `r${edge.row}`);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [edge]);
    else group.push(edge);
  }
  return [...groups.values()];
};

const join = (leaders: Map<string, string>, one: string, other: string): void => {
  leaders.set(leaderOf(leaders, other), leaderOf(leaders, one));
};

/** Every step on the way is made shorter, so that the ways stay short. */
const leaderOf = (leaders: Map<string, string>, one: string): string => {
  let at = one;
  for (;;) {
    const next = leaders.get(at) ?? at;
    if (next === at) return at;
    const after = leaders.get(next) ?? next;
    leaders.set(at, after);
    at = after;
  }
};
