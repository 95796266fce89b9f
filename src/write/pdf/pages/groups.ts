// The body's children built and measured one by one, and gathered into groups whose members must not be torn apart.

import type { Body, PageRules } from '../../../model/document.ts';
import type { DynamicUse } from '../boxes/box.ts';
import { newBuild } from '../boxes/build-context.ts';
import { type Slice, slicesOf } from '../boxes/slices.ts';
import type { Structure } from '../boxes/structure.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import type { Knowledge } from '../lines/dynamic.ts';
import type { Flow } from '../measure/flow.ts';
import { keptWithNext } from '../measure/keep.ts';
import type { MeasureContext } from '../measure/measure-context.ts';
import type { Troubles } from '../troubles.ts';
import { type BodyFrame, bodyFrame, measurePart } from './body.ts';
import { textsOf } from './ledger.ts';

/** A child of the body, or a slice of it, measured; `texts` is what its uses said then. */
export type Member = { readonly part: Slice; readonly flow: Flow; readonly texts: readonly string[] };
export type Group = { readonly frame: BodyFrame; readonly members: readonly Member[] };

export type GroupContext = {
  readonly rules: PageRules;
  readonly language: string;
  readonly typefaces: Typefaces;
  readonly troubles: Troubles;
  readonly structure: Structure;
  /** What is known when it is asked for. */
  readonly known: () => Knowledge;
};

/**
 * Hands over one group after the other, at least one, which is empty when the body is. Each is gone before the next is
 * measured: one long table at a time is what memory has to hold.
 */
export function eachGroup(body: Body, context: GroupContext, take: (group: Group) => void): void {
  let frame: BodyFrame | null = null;
  let open: Member[] = [];
  let started = false;
  for (const part of partsOf(body, context)) {
    frame ??= bodyFrame(body, part.box.breaks.startPage, context.rules);
    started ||= (open.at(-1)?.flow.height ?? 0) > 0;
    // The body's own margin is known when its first child with a height is.
    if (started && isEnd(open.at(-1), part)) {
      take({ frame, members: open });
      open = [];
    }
    open.push(measured(part, frame, context, context.known()));
  }
  take({ frame: frame ?? bodyFrame(body, pageOf(body), context.rules), members: open });
}

const isEnd = (last: Member | undefined, next: Slice): boolean =>
  last !== undefined && !keptWithNext(last.flow, next);

const pageOf = (body: Body): string => (body.style.page === 'auto' ? '' : body.style.page);

function partsOf(body: Body, context: GroupContext): Generator<Slice> {
  const { typefaces, structure, language, troubles } = context;
  const uses: DynamicUse[] = [];
  const build = newBuild(typefaces, structure, language, uses, troubles);
  return slicesOf(body, { ...build, page: pageOf(body) });
}

/** The part measured with this knowledge. */
export function measured(part: Slice, frame: BodyFrame, context: GroupContext, known: Knowledge): Member {
  const { rules: pages, troubles } = context;
  const measuring: MeasureContext = { pages, troubles, known, kept: new Map() };
  return { part, flow: measurePart(part.box, frame, measuring), texts: textsOf(part.uses, known) };
}
