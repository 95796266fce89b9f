// Link annotations: one rectangle for each line a link runs over, each tied to the link's structure element.

import type { Link } from '../boxes/box.ts';
import type { PlacedLine, PlacedPage } from '../pages/placed.ts';
import { objectText, pdfBytes, pdfText } from './object-text.ts';
import { nums } from './operators.ts';
import type { OpenPage } from './page-tree.ts';
import { type Tags, tagAnnotation } from './tags.ts';

type Area = {
  readonly link: Link;
  left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
};

export function paintLinks(tags: Tags, content: PlacedPage['content'], page: OpenPage): void {
  for (const area of linkAreas(content)) {
    const { link } = area;
    const id = tags.store.newId();
    page.annotations.push(id);
    const rectangle = nums(area.left, page.height - area.bottom, area.right, page.height - area.top);
    const contents = objectText(pdfText(link.text === '' ? link.href : link.text));
    const key = tagAnnotation(tags, link.structure, id);
    const what = `/Rect[${rectangle}]/Border[0 0 0]/F 4/Contents${contents}/StructParent ${key}`;
    tags.store.put(id, `<</Type/Annot/Subtype/Link${what}${actionOf(link.href)}>>`);
  }
}

function actionOf(href: string): string {
  if (href.startsWith('#'))
    return `/Dest${objectText(pdfBytes(Buffer.from(href.slice(1)).toString('latin1')))}`;
  return `/A<</S/URI/URI${objectText(pdfText(asciiUri(href)))}>>`;
}

/** PDF's URI strings are ASCII: anything else goes in as percent-encoded UTF-8. */
const asciiUri = (href: string): string =>
  /^[!-~]*$/.test(href)
    ? href
    : [...href.toWellFormed()]
        .map((character) => (/^[!-~]$/.test(character) ? character : encodeURIComponent(character)))
        .join('');

function linkAreas(content: PlacedPage['content']): readonly Area[] {
  const areas: Area[] = [];
  for (const placed of content)
    if (placed.kind === 'line' && !placed.repeated) addAreas(areas, areas.length, placed);
  return areas;
}

/** The areas of one line, which are those from `start` on: most lines have none, and hardly any has several. */
function addAreas(areas: Area[], start: number, { line, x: lineLeft, top }: PlacedLine): void {
  for (const { piece, x, width } of line.parts) {
    const { link } = piece.ink;
    if (link === null || piece.kind === 'space' || piece.kind === 'anchor') continue;
    const left = lineLeft + x;
    const known = areas.find((area, at) => at >= start && area.link === link);
    if (known === undefined) areas.push({ link, left, right: left + width, top, bottom: top + line.height });
    else {
      // Parts may run from right to left.
      known.left = Math.min(known.left, left);
      known.right = Math.max(known.right, left + width);
    }
  }
}
