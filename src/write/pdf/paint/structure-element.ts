// A structure element as its object, in as few bytes as it can be said (ISO 32000-1, 14.7.2).

import type { Attributes, Structure } from '../boxes/structure.ts';
import { objectText, pdfBytes, pdfText } from './object-text.ts';

/** What an element contains: marked content or an annotation of a page, or another element. */
export type Kid =
  | { readonly kind: 'marked'; readonly page: number; readonly number: number }
  | { readonly kind: 'object'; readonly page: number; readonly number: number }
  | { readonly kind: 'element'; readonly number: number };

/** `attributes` is an attribute object or a reference to one, spelled out. There are very many elements, so they are spelled by hand. */
export function elementText(
  structure: Structure,
  parent: number,
  kids: readonly Kid[],
  attributes: string | null,
): string {
  const page = kids.find((kid) => kid.kind === 'marked')?.page;
  let text = `<</S/${structure.role}/P ${parent} 0 R`;
  if (page !== undefined) text += `/Pg ${page} 0 R`;
  if (kids.length > 0) text += kidsText(kids, page);
  if (attributes !== null) text += attributes.startsWith('<') ? `/A${attributes}` : `/A ${attributes}`;
  return `${text}${detailsText(structure)}>>`;
}

function kidsText(kids: readonly Kid[], page: number | undefined): string {
  const [only] = kids;
  if (only === undefined || kids.length > 1) return `/K[${kids.map((kid) => kidText(kid, page)).join(' ')}]`;
  const text = kidText(only, page);
  return text.startsWith('<') ? `/K${text}` : `/K ${text}`;
}

/** A number alone is marked content of the element's own page. */
function kidText(kid: Kid, page: number | undefined): string {
  if (kid.kind === 'element') return `${kid.number} 0 R`;
  const on = kid.page === page ? '' : `/Pg ${kid.page} 0 R`;
  if (kid.kind === 'object') return `<</Type/OBJR${on}/Obj ${kid.number} 0 R>>`;
  return on === '' ? String(kid.number) : `<</Type/MCR${on}/MCID ${kid.number}>>`;
}

function detailsText({ language, alt, expansion, id }: Structure): string {
  let text = '';
  if (language !== null) text += `/Lang${objectText(pdfText(language))}`;
  if (alt !== null) text += `/Alt${objectText(pdfText(alt))}`;
  if (expansion !== null) text += `/E${objectText(pdfText(expansion))}`;
  if (id !== null) text += `/ID${objectText(pdfBytes(utf8(id)))}`;
  return text;
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
