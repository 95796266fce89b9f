// What a screen reader is given: the text of a PDF's structure tree, in its order, as poppler reads it.
import { output } from './shell.mjs';

/** One string, pieces joined without space: a piece may end anywhere in a word. */
export const structureText = (file) =>
  (output('pdfinfo', ['-struct-text', file]).match(/^ *"[\s\S]*?"$/gm) ?? [])
    .map((piece) => piece.trim().slice(1, -1))
    .join('');

export const squeezed = (text) => text.normalize('NFC').replace(/\s+/g, '');

/** Letters alone: list numbers, bullets and leaders fall out. */
export const letters = (text) => text.normalize('NFC').replace(/[^\p{L}]/gu, '');
