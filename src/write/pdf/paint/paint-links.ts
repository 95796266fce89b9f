// Link annotations: one rectangle for each line a link runs over, each tied to the link's structure element.

import type { Link } from '../boxes/box.ts';
import type { PlacedPage } from '../pages/placed.ts';
import { type Destinations, nameOf } from './outline.ts';
import { type PdfFile, pdfText } from './pdf-file.ts';
import { addAnnotation, annotationKey, type Tags } from './tags.ts';

type Area = {
  readonly link: Link;
  readonly left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
};

export function paintLinks(file: PdfFile, tags: Tags, page: PlacedPage, destinations: Destinations): void {
  for (const area of linkAreas(page)) {
    const { link } = area;
    const height = page.rule.height;
    const action = actionOf(link.href, destinations);
    const annotation = file.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [area.left, height - area.bottom, area.right, height - area.top],
      Border: [0, 0, 0],
      F: 4,
      Contents: pdfText(link.text === '' ? link.href : link.text),
      StructParent: annotationKey(tags, link.structure),
      ...action,
    });
    file.page.annotations.push(annotation);
    addAnnotation(tags, link.structure, annotation);
    annotation.end();
  }
}

function actionOf(href: string, destinations: Destinations): Record<string, unknown> {
  if (!href.startsWith('#')) return { A: { S: 'URI', URI: pdfText(asciiUri(href)) } };
  return { Dest: pdfText(nameOf(destinations, href.slice(1))) };
}

/** PDF's URI strings are ASCII: anything else goes in as percent-encoded UTF-8. */
const asciiUri = (href: string): string =>
  [...href.toWellFormed()]
    .map((character) => (/^[\u0021-\u007e]$/.test(character) ? character : encodeURIComponent(character)))
    .join('');

function linkAreas(page: PlacedPage): readonly Area[] {
  return page.content.flatMap((placed) => {
    if (placed.kind !== 'line' || placed.repeated) return [];
    const areas = new Map<Link, Area>();
    for (const { piece, x, width } of placed.line.parts) {
      const { link } = piece.ink;
      if (link === null || piece.kind === 'space' || piece.kind === 'anchor') continue;
      const left = placed.x + x;
      const known = areas.get(link);
      if (known === undefined)
        areas.set(link, {
          link,
          left,
          right: left + width,
          top: placed.top,
          bottom: placed.top + placed.line.height,
        });
      else known.right = left + width;
    }
    return [...areas.values()];
  });
}
