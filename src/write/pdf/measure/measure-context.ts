// What measuring needs to know, and the segments it keeps: cutting and shaping a paragraph is done once.

import type { PageRules } from '../../../model/document.ts';
import type { Paragraph } from '../boxes/box.ts';
import type { DecimalColumn } from '../lines/decimal.ts';
import type { Knowledge } from '../lines/dynamic.ts';
import type { Segment } from '../lines/piece.ts';
import { segmentsOf } from '../lines/segments.ts';
import type { Troubles } from '../troubles.ts';
import { pageRule } from './page-rules.ts';

export type MeasureContext = {
  readonly pages: PageRules;
  readonly known: Knowledge;
  readonly troubles: Troubles;
  /** Segments of paragraphs in tables between one look at them and the next. */
  readonly kept: Map<Paragraph, readonly Segment[]>;
  /** In a table's column whose numbers line up. */
  readonly decimals?: DecimalColumn;
};

/** The segments of a paragraph, kept for when it is measured after its column has been given a width. */
export function segmentsFor(paragraph: Paragraph, context: MeasureContext): readonly Segment[] {
  const known = context.kept.get(paragraph);
  if (known !== undefined) return known;
  const made = segmentsOf(paragraph.content, context, paragraph.style.direction);
  context.kept.set(paragraph, made);
  return made;
}

/** The segments for the last time they are asked for: those of a long table are let go one by one. */
export function lastSegments(paragraph: Paragraph, context: MeasureContext): readonly Segment[] {
  const known = context.kept.get(paragraph);
  if (known === undefined) return segmentsOf(paragraph.content, context, paragraph.style.direction);
  context.kept.delete(paragraph);
  return known;
}

/** Height that the pages of this name leave to text: the lower of first and other pages. */
export function contentHeight(pages: PageRules, name: string): number {
  const { first, other } = pageRule(pages, name);
  const heights = [first, other].map((rule) => rule.height - rule.margin.top - rule.margin.bottom);
  return Math.max(1, Math.min(...heights));
}

/** Width that text has on the pages of this name: the narrower of first and other pages, so that it fits both. */
export function contentWidth(pages: PageRules, name: string): number {
  const { first, other } = pageRule(pages, name);
  const widths = [first, other].map((rule) => rule.width - rule.margin.left - rule.margin.right);
  return Math.max(1, Math.min(...widths));
}
