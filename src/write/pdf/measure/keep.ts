// What must stay together: how much of a flow has to find room before its start may be placed.

import type { Block } from '../boxes/box.ts';
import type { BlockFlow, Flow, ParagraphFlow, RowFlow } from './flow.ts';

type Unheaded = Omit<BlockFlow, 'head'> | Omit<ParagraphFlow, 'head'>;

/** Height at the start of a block or paragraph that is not torn from it. */
export function headOf(flow: Unheaded): number {
  return flow.kind === 'paragraph' ? paragraphHead(flow) : blockHead(flow);
}

/** Lines that stand together: the orphans, or all of them when too few would be left for the widows. */
function paragraphHead(flow: Omit<ParagraphFlow, 'head'>): number {
  const { orphans, widows } = flow.box.style;
  const together = flow.lines.length < orphans + widows ? flow.lines.length : Math.max(orphans, 1);
  return flow.lines.slice(0, together).reduce((sum, line) => sum + line.height, 0);
}

function blockHead(flow: Omit<BlockFlow, 'head'>): number {
  if (staysWhole(flow.box) || flow.children.length === 0) return flow.height;
  return Math.min(
    flow.height,
    flow.top + (flow.gaps[0] ?? 0) + (chainHeads(flow.children, flow.gaps)[0] ?? 0),
  );
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
export function rowChainHeads(rows: readonly RowFlow[]): readonly number[] {
  const heads: number[] = rows.map((row) => row.head);
  for (let index = rows.length - 2; index >= 0; index -= 1) {
    const [row, next] = [rows[index], rows[index + 1]];
    if (row?.row.style.breakAfter === 'avoid' || next?.row.style.breakBefore === 'avoid')
      heads[index] = (row?.height ?? 0) + (heads[index + 1] ?? 0);
  }
  return heads;
}

/** Whether the two must not stand on different pages. */
export function keptWithNext(child: Flow, next: Flow): boolean {
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
