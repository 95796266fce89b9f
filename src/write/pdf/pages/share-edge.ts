// How the three margin boxes of one edge of a page share it: CSS Paged Media 3, 5.3.2, for widths and heights alike.

/** What a box wants of its edge, in points, everything around its content included. */
export type Wish = {
  /** The size it is given; null for `auto`. */
  readonly given: number | null;
  readonly min: number;
  readonly max: number;
  /** Size it never goes beyond. */
  readonly most: number;
};
type Span = { readonly at: number; readonly size: number };
type Three<Of> = readonly [Of, Of, Of];

/** The boxes' places from the beginning of the edge; null stands for a box that is not there. */
export function shareEdge(wishes: Three<Wish | null>, room: number): Three<Span> {
  const spans = share(wishes, room);
  const isOver = (at: number) => (spans[at]?.size ?? 0) > (wishes[at]?.most ?? Number.POSITIVE_INFINITY);
  const over = [0, 1, 2].find((at) => wishes[at]?.given === null && isOver(at));
  if (over === undefined) return spans;
  const held = (wish: Wish | null, at: number) =>
    wish !== null && at === over ? { ...wish, given: wish.most } : wish;
  return shareEdge([held(wishes[0], 0), held(wishes[1], 1), held(wishes[2], 2)], room);
}

const NOTHING: Wish = { given: 0, min: 0, max: 0, most: 0 };

/** The middle one stays in the middle: what is beside it is as wide as the wider of the other two, twice. */
function share([first, middle, last]: Three<Wish | null>, room: number): Three<Span> {
  if (middle === null) {
    const [start, end] = fitTwo(first ?? NOTHING, last ?? NOTHING, room);
    return [
      { at: 0, size: start },
      { at: start, size: 0 },
      { at: room - end, size: end },
    ];
  }
  const [size] = fitTwo(middle, twice(first ?? NOTHING, last ?? NOTHING), room);
  const beside = Math.max(0, (room - size) / 2);
  const [start, end] = [first?.given ?? beside, last?.given ?? beside];
  return [
    { at: 0, size: start },
    { at: (room - size) / 2, size },
    { at: room - end, size: end },
  ];
}

function twice(first: Wish, last: Wish): Wish {
  const wider = (key: 'min' | 'max') => 2 * Math.max(first.given ?? first[key], last.given ?? last[key]);
  const given = first.given === null || last.given === null ? null : 2 * Math.max(first.given, last.given);
  return { given, min: wider('min'), max: wider('max'), most: Number.POSITIVE_INFINITY };
}

function fitTwo(a: Wish, b: Wish, room: number): readonly [number, number] {
  if (a.given !== null) return [a.given, b.given ?? Math.max(0, room - a.given)];
  if (b.given !== null) return [Math.max(0, room - b.given), b.given];
  if (a.max + b.max <= room) return spread([a.max, b.max], [a.max, b.max], room);
  const least = [a.min, b.min] as const;
  if (a.min + b.min <= room) return spread(least, [a.max - a.min, b.max - b.min], room);
  return spread(least, least, room);
}

/** What the room has more than `base`, or less, goes to both in proportion to `shares`. */
function spread(
  [a, b]: readonly [number, number],
  shares: readonly [number, number],
  room: number,
): readonly [number, number] {
  const free = room - a - b;
  const all = shares[0] + shares[1];
  const part = all > 0 ? shares[0] / all : 0.5;
  return [a + free * part, b + free * (1 - part)];
}
