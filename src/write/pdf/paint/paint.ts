// Paints laid-out pages into a PDF, in reading order.

import type { Layout } from '../pages/placed.ts';
import type { Painter } from './painter.ts';

export function paintLayout(painter: Painter, layout: Layout): void {
  for (const [index, page] of layout.pages.entries()) {
    painter.paintPage(index, page);
    painter.paintFurniture(index, page.furniture);
  }
  painter.closeStructure(layout.structure);
}
