// The structure tree of a layout as one line of text, e.g. `L(LI(Lbl LBody))`; elements without content are left out.

import type { Leaf, Structure } from '../../../src/write/pdf/boxes/structure.ts';
import type { Layout } from '../../../src/write/pdf/pages/placed.ts';

const KEPT = new Set(['TR', 'TH', 'TD', 'LBody']);

function leavesOf(layout: Layout): ReadonlySet<Leaf> {
  const leaves = new Set<Leaf>();
  for (const placed of layout.pages.flatMap((page) => page.content)) {
    if (placed.repeated) continue;
    const found =
      placed.kind === 'line' ? placed.line.parts.map(({ piece }) => piece.ink.leaf) : [placed.leaf];
    for (const leaf of found) if (leaf !== null) leaves.add(leaf);
  }
  return leaves;
}

/** What stands below the document's own element. */
export function outline(layout: Layout): string {
  const leaves = leavesOf(layout);
  const shown = (part: Structure): boolean =>
    KEPT.has(part.role) ||
    part.children.some((child) => (child.kind === 'leaf' ? leaves.has(child) : shown(child)));
  const text = (part: Structure): string => {
    const inside = part.children.filter((child) => child.kind === 'structure').filter(shown);
    return inside.length === 0 ? part.role : `${part.role}(${inside.map(text).join(' ')})`;
  };
  return layout.structure.children
    .flatMap((part) => (part.kind === 'structure' && shown(part) ? [text(part)] : []))
    .join(' ');
}

/** Every element of a role, in reading order. */
export function withRole(layout: Layout, role: string): readonly Structure[] {
  const found: Structure[] = [];
  const visit = (part: Structure): void => {
    if (part.role === role) found.push(part);
    for (const child of part.children) if (child.kind === 'structure') visit(child);
  };
  visit(layout.structure);
  return found;
}
