// Values of several pieces: families, running strings, tracks of a grid, counters, sheets of paper.
import type { CssNode } from 'css-tree';
import { PAGE_SIZES } from './names.ts';
import { readAs } from './types.ts';
import type { CounterStep, Value } from './value.ts';

/** What is wrong with a value: the piece that cannot be read, if it is one of them. */
export type Unreadable = { readonly kind: 'unreadable'; readonly node: CssNode | null };
export const unreadable = (node: CssNode | null): Unreadable => ({ kind: 'unreadable', node });

const isComma = (node: CssNode): boolean => node.type === 'Operator' && node.value === ',';

export const readFamilies = (pieces: readonly CssNode[]): Value | Unreadable => {
  const names: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const value = readAs(piece, ['<family>']);
    if (index % 2 === 1 ? !isComma(piece) : value?.kind !== 'names') return unreadable(piece);
    if (value?.kind === 'names') names.push(...value.names);
  }
  return pieces.length % 2 === 1 ? { kind: 'names', names } : unreadable(pieces.at(-1) ?? null);
};

export const readStringSet = (pieces: readonly CssNode[]): Value | Unreadable => {
  if (pieces.length === 1 && pieces[0]?.type === 'Identifier' && pieces[0].name === 'none')
    return { kind: 'names', names: [] };
  const names: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index % 3 === 0 && piece.type === 'Identifier') names.push(piece.name);
    else if (
      !(index % 3 === 1 && piece.type === 'Function' && piece.name === 'content' && piece.children.isEmpty) &&
      !(index % 3 === 2 && isComma(piece))
    )
      return unreadable(piece);
  }
  return pieces.length % 3 === 2 ? { kind: 'names', names } : unreadable(pieces.at(-1) ?? null);
};

export const readPageSize = (pieces: readonly CssNode[]): Value | Unreadable => {
  const [first = null, second] = pieces;
  const [width, height] = pieces.map((piece) => readAs(piece, ['<positive-length>']));
  if (width && height && pieces.length === 2) return { kind: 'size', width, height };
  const paper =
    first?.type === 'Identifier'
      ? Object.entries(PAGE_SIZES).find(([name]) => name.toLowerCase() === first.name.toLowerCase())
      : undefined;
  const turn = second === undefined ? 'portrait' : second.type === 'Identifier' ? second.name : '';
  if (paper === undefined || pieces.length > 2) return unreadable(first);
  if (turn !== 'portrait' && turn !== 'landscape') return unreadable(second ?? first);
  const [short, long] = paper[1].map((value): Value => ({ kind: 'length', value, unit: 'pt' }));
  if (short === undefined || long === undefined) return unreadable(first);
  return turn === 'portrait'
    ? { kind: 'size', width: short, height: long }
    : { kind: 'size', width: long, height: short };
};

/** More columns than any page has room for. */
const MOST_TRACKS = 100;

export const readTracks = (pieces: readonly CssNode[]): Value | Unreadable => {
  const values: Value[] = [];
  for (const piece of pieces) {
    const read = readTrack(piece);
    if (read.length === 0 || values.length + read.length > MOST_TRACKS) return unreadable(piece);
    values.push(...read);
  }
  return { kind: 'list', values };
};

/** One track, or those of a `repeat()`; none when it cannot be read. */
const readTrack = (piece: CssNode): readonly Value[] => {
  if (piece.type === 'Function') return piece.name === 'repeat' ? repeated(piece.children.toArray()) : [];
  if (piece.type === 'Dimension' && piece.unit === 'fr') {
    const value = Number(piece.value);
    return value > 0 ? [{ kind: 'fraction', value }] : [];
  }
  const value = readAs(piece, ['<positive-length>', '<percentage>', 'auto']);
  return value === null ? [] : [value];
};

const repeated = ([count, comma, ...tracks]: readonly CssNode[]): readonly Value[] => {
  const times = count === undefined ? null : readAs(count, ['<integer>']);
  if (times?.kind !== 'number' || comma === undefined || !isComma(comma)) return [];
  const values = tracks.map((track) => (track.type === 'Function' ? [] : readTrack(track)));
  const complete = values.length > 0 && values.every(({ length }) => length > 0);
  return complete ? Array.from({ length: times.value }, () => values.flat()).flat() : [];
};

/** How many columns: 0 for all of them. */
export const readGridSpan = (pieces: readonly CssNode[]): Value | Unreadable => {
  const [first = null, second, third] = pieces;
  const isNumber = (node: CssNode | undefined | null, text: string): boolean =>
    node?.type === 'Number' && node.value === text;
  const slash = second?.type === 'Operator' && second.value === '/';
  if (pieces.length === 3 && isNumber(first, '1') && slash && isNumber(third, '-1'))
    return { kind: 'number', value: 0 };
  const count = second === undefined ? null : readAs(second, ['<integer>']);
  const spans = first?.type === 'Identifier' && first.name === 'span' && pieces.length === 2;
  return spans && count !== null ? count : unreadable(second ?? first);
};

/** Page numbers are not the template's to count. */
const OF_PAGES = ['page', 'pages'];

/** Names with a number each; `usual` where none is written. */
export const readCounters = (pieces: readonly CssNode[], usual: number): Value | Unreadable => {
  const steps: CounterStep[] = [];
  let open = false;
  for (const piece of pieces) {
    const last = steps.at(-1);
    if (piece.type === 'Identifier' && piece.name !== 'none' && !OF_PAGES.includes(piece.name)) {
      steps.push({ name: piece.name, by: usual });
      open = true;
    } else if (open && last !== undefined && piece.type === 'Number' && /^[+-]?\d{1,6}$/.test(piece.value)) {
      steps[steps.length - 1] = { ...last, by: Number(piece.value) };
      open = false;
    } else return unreadable(piece);
  }
  return { kind: 'counters', steps };
};
