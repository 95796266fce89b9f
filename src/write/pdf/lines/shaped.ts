// Shapes texts for an ink; a character that no font has becomes a diagnostic.

import type { SourcePlace } from '../../../model/document.ts';
import type { Ink } from '../boxes/box.ts';
import { missingIn } from '../fonts/coverage.ts';
import type { Word } from '../fonts/face.ts';
import { shapeText } from '../fonts/typeface.ts';
import { noteTrouble, type Troubles } from '../troubles.ts';

/** Shapes a text; characters without a glyph are noted as trouble, and the rest is shaped so that layout can go on. */
export function shaped(
  text: string,
  ink: Ink,
  at: SourcePlace | null,
  context: { readonly troubles: Troubles },
  rtl = false,
): readonly Word[] {
  const manner = { rtl, apart: ink.style.letterSpacing !== 0 };
  const words = shapeText(ink.typeface, text, manner);
  if (words !== null) return words;
  const missing = missingIn(ink.typeface.faces, text);
  for (const character of missing) noteMissing(character, text, at, context.troubles);
  const rest = [...text].filter((character) => !missing.includes(character)).join('');
  return rest === '' ? [] : (shapeText(ink.typeface, rest, manner) ?? []);
}

function noteMissing(character: string, text: string, at: SourcePlace | null, troubles: Troubles): void {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const found = text.length > 40 ? `${[...text].slice(0, 40).join('')}\u2026` : text;
  const what =
    character === '\ufffd' ? 'A control or broken character' : `The character \u201c${character}\u201d`;
  noteTrouble(
    troubles,
    'character-missing',
    at,
    `${what} (${code}) in \u201c${found}\u201d is in no font of the document.`,
    'Add a font that has it to the theme, or take the character out.',
  );
}
