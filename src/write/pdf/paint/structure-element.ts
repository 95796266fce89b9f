// A structure element as its object, in as few bytes as it can be said (ISO 32000-1, 14.7.2).

import type { Attributes, Structure } from '../boxes/structure.ts';
import { objectText, type PdfRef, pdfBytes, pdfText, refTo } from './object-text.ts';

/** What an element contains: marked content or an annotation of a page, or another element. */
export type Kid =
  | { readonly kind: 'marked'; readonly page: number; readonly number: number }
  | { readonly kind: 'object'; readonly page: number; readonly number: number }
  | { readonly kind: 'element'; readonly number: number };

/** `attributes` is an attribute object or a reference to one, spelled out. */
export function elementText(
  structure: Structure,
  parent: number,
  kids: readonly Kid[],
  attributes: string | null,
): string {
  const page = kids.find((kid) => kid.kind === 'marked')?.page;
  const values = kids.map((kid) => kidValue(kid, page));
  const text = objectText({
    S: structure.role,
    P: refTo(parent),
    Pg: page === undefined ? undefined : refTo(page),
    K: values.length === 1 ? values[0] : values.length === 0 ? undefined : values,
    Lang: structure.language === null ? undefined : pdfText(structure.language),
    Alt: structure.alt === null ? undefined : pdfText(structure.alt),
    E: structure.expansion === null ? undefined : pdfText(structure.expansion),
    ID: structure.id === null ? undefined : pdfBytes(utf8(structure.id)),
  });
  if (attributes === null) return text;
  return `${text.slice(0, -2)}/A${attributes.startsWith('<') ? '' : ' '}${attributes}>>`;
}

/** A number alone is marked content of the element's own page. */
function kidValue(kid: Kid, page: number | undefined): number | PdfRef | object {
  if (kid.kind === 'element') return refTo(kid.number);
  const on = kid.page === page ? undefined : refTo(kid.page);
  if (kid.kind === 'object') return { Type: 'OBJR', Pg: on, Obj: refTo(kid.number) };
  return on === undefined ? kid.number : { Type: 'MCR', Pg: on, MCID: kid.number };
}

/** Attributes as an attribute object: lists hold ids of other elements. */
export const attributesText = (attributes: Attributes): string =>
  objectText(
    Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [
        key,
        typeof value === 'object' ? value.map((id) => pdfBytes(utf8(id))) : value,
      ]),
    ),
  );

const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
