// Reads back what a layout paints: the texts of the glyphs in the order they are shown, as the file's own tables say them.

import type { Layout } from '../../../src/write/pdf/pages/placed.ts';
import { newCanvas } from '../../../src/write/pdf/paint/canvas.ts';
import { paintLine } from '../../../src/write/pdf/paint/paint-line.ts';
import { openPdf } from '../../../src/write/pdf/paint/pdf-file.ts';
import { newTags } from '../../../src/write/pdf/paint/tags.ts';
import { linesOf } from './words.ts';

type Unicode = ReadonlyMap<string, readonly (readonly number[] | undefined)[]>;

/** All text of the layout, line after line as painted; soft hyphens, which are not read, left out. */
export function paintedText(layout: Layout): string {
  const { operators, unicode } = paint(layout);
  return decode(operators.join('\n'), unicode).replace(/\u00ad/g, '');
}

/** The operators that paint the lines of a layout, none of them tagged. */
export const paintedOperators = (layout: Layout): readonly string[] => paint(layout).operators;

function paint(layout: Layout): { readonly operators: readonly string[]; readonly unicode: Unicode } {
  const file = openPdf();
  const canvas = newCanvas(file, newTags(file.store), layout.typefaces);
  for (const line of layout.pages.flatMap(linesOf)) paintLine(canvas, { ...line, repeated: true });
  const unicode = new Map([...canvas.fonts.values()].map((font) => [font.id, font.unicode]));
  return { operators: canvas.operators, unicode };
}

const TOKENS = /\/(F\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^()\\])*)\)/g;

function decode(content: string, unicode: Unicode): string {
  let font: readonly (readonly number[] | undefined)[] = [];
  let text = '';
  for (const [, name, string] of content.matchAll(TOKENS)) {
    if (name !== undefined) font = unicode.get(name) ?? [];
    else text += shownText(string ?? '', font);
  }
  return text;
}

function shownText(literal: string, font: readonly (readonly number[] | undefined)[]): string {
  const bytes = literal.replace(/\\([\s\S])/g, (_, byte: string) => (byte === 'r' ? '\r' : byte));
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    const code = bytes.charCodeAt(index) * 256 + bytes.charCodeAt(index + 1);
    text += String.fromCodePoint(...(font[code] ?? [0xfffd]));
  }
  return text;
}
