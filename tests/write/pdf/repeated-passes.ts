// The plain way to lay a document out, against which the one-pass way is held: everything built, measured and placed
// as a whole, again and again until all that the text says of pages is true.

import type { Document } from '../../../src/model/document.ts';
import type { Block, DynamicUse } from '../../../src/write/pdf/boxes/box.ts';
import { buildBlock } from '../../../src/write/pdf/boxes/build-boxes.ts';
import { newBuild } from '../../../src/write/pdf/boxes/build-context.ts';
import { slicesOf } from '../../../src/write/pdf/boxes/slices.ts';
import { addStructure } from '../../../src/write/pdf/boxes/structure.ts';
import { typefacesOf } from '../../../src/write/pdf/fonts/typeface.ts';
import { type Knowledge, NOTHING_KNOWN } from '../../../src/write/pdf/lines/dynamic.ts';
import { resolved } from '../../../src/write/pdf/measure/margins.ts';
import { measureBox } from '../../../src/write/pdf/measure/measure.ts';
import { contentWidth } from '../../../src/write/pdf/measure/measure-context.ts';
import { pageArea } from '../../../src/write/pdf/pages/area.ts';
import { placeFlow } from '../../../src/write/pdf/pages/fragment.ts';
import { newPages, type Page } from '../../../src/write/pdf/pages/pages.ts';

type Learned = {
  readonly pages: number;
  readonly targets: ReadonlyMap<string, number>;
  readonly uses: ReadonlyMap<number, number>;
  readonly strings: ReadonlyMap<number, ReadonlyMap<string, string>>;
};

/** What tells where everything came to stand. */
type Anchored = { readonly anchors: readonly Page['anchors'][number][] };

/** The pages, or null when they do not come to rest. `start` are pages that the first pass takes its numbers from. */
export function layOutRepeatedly(
  document: Document,
  start: readonly Anchored[] = [],
): readonly Page[] | null {
  const uses: DynamicUse[] = [];
  const context = newBuild(
    typefacesOf(document.fonts),
    addStructure(null, 'Document'),
    document.language,
    uses,
    new Map(),
  );
  const empty = buildBlock({ ...document.body, children: [] }, context);
  const children = [...slicesOf(document.body, context)].map(({ box }) => box);
  const [first, last] = [children[0], children.at(-1)];
  const startPage = first?.breaks.startPage ?? empty.breaks.startPage;
  const endPage = last?.breaks.endPage ?? startPage;
  const body: Block = { ...empty, breaks: { ...empty.breaks, startPage, endPage }, children };
  let known: Knowledge = start.length === 0 ? NOTHING_KNOWN : { ...learn(start), reserve: false };
  let before = '';
  for (let pass = 1; pass <= 12; pass += 1) {
    const measuring = { pages: document.pages, troubles: new Map(), kept: new Map(), known };
    const pages = newPages(document.pages, body.breaks.startPage);
    const flow = measureBox(body, contentWidth(document.pages, body.breaks.startPage), measuring);
    const area = pageArea(pages);
    const margin = Math.min(Math.max(0, resolved(flow.before)), area.capacity(0) / 2);
    placeFlow(flow, flow.x, { page: 0, y: area.top(0) + margin, fresh: true }, area);
    const learned = learn(pages.list);
    const now =
      JSON.stringify([learned.pages, ...[learned.targets, learned.uses].map((map) => [...map])]) +
      stringsText(learned);
    if (uses.length === 0 || now === before) return pages.list;
    before = now;
    known = { ...learned, reserve: pass >= 6 };
  }
  return null;
}

const stringsText = ({ strings }: Learned): string =>
  JSON.stringify([...strings].map(([page, map]) => [page, ...map]));

function learn(pages: readonly Anchored[]): Learned {
  const targets = new Map<string, number>();
  const uses = new Map<number, number>();
  const strings = new Map<number, ReadonlyMap<string, string>>();
  const running = new Map<string, string>();
  for (const [index, page] of pages.entries()) {
    for (const { anchor } of page.anchors) {
      if (anchor.id !== null && !targets.has(anchor.id)) targets.set(anchor.id, index + 1);
      if (anchor.use !== null) uses.set(anchor.use.number, index + 1);
    }
    const set = page.anchors.flatMap(({ anchor }) => anchor.strings);
    const values = new Map(running);
    for (const { name, value } of [...set].reverse()) values.set(name, value);
    for (const { name, value } of set) running.set(name, value);
    strings.set(index + 1, values);
  }
  return { pages: pages.length, targets, uses, strings };
}
