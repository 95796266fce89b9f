// What must stay together: how much of a flow has to find room before its start may be placed.

import type { Block, Box, Paragraph } from '../boxes/box.ts';
import type { MeasuredLine } from '../lines/line.ts';
import type { Flow, RowFlow } from './flow.ts';

/** Lines that stand together: the orphans, or all of them when too few would be left for the widows. */
export function paragraphHead(box: Paragraph, lines: readonly MeasuredLine[]): number {
  const { orphans, widows } = box.style;
  const together = lines.length < orphans + widows ? lines.length : Math.max(orphans, 1);
  let height = 0;
  for (let index = 0; index < together; index += 1) height += lines[index]?.height ?? 0;
  return height;
}

/** Height at the start of a block that is not torn from it. */
export function blockHead(
  box: Block,
  height: number,
  top: number,
  children: readonly Flow[],
  gaps: readonly number[],
): number {
  if (staysWhole(box) || children.length === 0) return height;
  return Math.min(height, top + (gaps[0] ?? 0) + firstChain(children, gaps));
}

/** Head of the first child with everything that must not be torn from it. */
function firstChain(children: readonly Flow[], gaps: readonly number[]): number {
  let height = 0;
  for (const [index, child] of children.entries()) {
    const next = children[index + 1];
    if (next === undefined || !keptWithNext(child, next)) return height + child.head;
    height += child.height + (gaps[index + 1] ?? 0);
  }
  return height;
}

const staysWhole = (box: Block): boolean => box.style.breakInside === 'avoid';

/** Head of each child with everything that must not be torn from it: the whole of it when the next is kept with it. */
export function chainHeads(children: readonly Flow[], gaps: readonly number[]): readonly number[] {
  const heads: number[] = children.map((child) => child.head);
  for (let index = children.length - 2; index >= 0; index -= 1) {
    const [child, next] = [children[index], children[index + 1]];
    if (child !== undefined && next !== undefined && keptWithNext(child, next))
      heads[index] = child.height + (gaps[index + 1] ?? 0) + (heads[index + 1] ?? 0);
  }
  return heads;
}

/** Head of each row with the rows after it that must not be torn from it. */
export function rowChainHeads(rows: readonly RowFlow[], gap: number): readonly number[] {
  const heads: number[] = rows.map((row) => row.head);
  for (let index = rows.length - 2; index >= 0; index -= 1) {
    const [row, next] = [rows[index], rows[index + 1]];
    if (row !== undefined && next !== undefined && rowsKept(row, next))
      heads[index] = row.height + gap + (heads[index + 1] ?? 0);
  }
  return heads;
}

function rowsKept({ row: { breaks } }: RowFlow, { row: next }: RowFlow): boolean {
  if (breaks.after === 'page' || next.breaks.before === 'page') return false;
  return breaks.after === 'avoid' || next.breaks.before === 'avoid';
}

/** Whether the two must not stand on different pages; the second need not be measured yet. */
export function keptWithNext(child: Flow, next: { readonly box: Box }): boolean {
  const after = child.box.breaks.after;
  const before = next.box.breaks.before;
  if (after === 'page' || before === 'page' || child.box.breaks.endPage !== next.box.breaks.startPage)
    return false;
  return child.height === 0 || after === 'avoid' || before === 'avoid';
}

/** The least that can stand at the end of a page when what should stay together is taller than any page. */
export function looseHead(flow: Flow): number {
  switch (flow.kind) {
    case 'paragraph':
      return flow.lines[0]?.height ?? 0;
    case 'drawing':
      return flow.height;
    case 'table':
      return (flow.caption?.height ?? 0) + flow.captionGap + flow.top + flow.headHeight;
    case 'block': {
      const first = flow.children[0];
      return flow.top + (first === undefined ? 0 : (flow.gaps[0] ?? 0) + looseHead(first));
    }
  }
}
