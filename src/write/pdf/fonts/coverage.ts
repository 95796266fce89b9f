// Which face shows which part of a text: cut between grapheme clusters, so that marks stay with their letters.

import { clustersOf } from './clusters.ts';
import type { Face } from './face.ts';

/** A part of a text for one face; null: a character is in no face. */
export type Part = { readonly face: Face; readonly text: string };

const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** Whether a character never shows by itself, and so needs no glyph. */
const isIgnorable = (character: string): boolean => IGNORABLE.test(character);

function hasGlyph({ font, covered }: Face, character: string): boolean {
  const known = covered.get(character);
  if (known !== undefined) return known;
  const has = font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  covered.set(character, has);
  return has;
}

const covers = (face: Face, text: string): boolean => {
  for (const character of text) if (!hasGlyph(face, character) && !isIgnorable(character)) return false;
  return true;
};

/** Cuts `text` into parts of the first face that has each cluster; null when a character is in no face. */
export function cutByFace(faces: readonly [Face, ...Face[]], text: string): readonly Part[] | null {
  if (covers(faces[0], text)) return [{ face: faces[0], text }];
  const parts: { face: Face; text: string }[] = [];
  for (const cluster of clustersOf(text)) {
    const found = partsOfCluster(faces, cluster, parts.at(-1)?.face);
    if (found === null) return null;
    for (const part of found) {
      const last = parts.at(-1);
      if (last?.face === part.face) last.text += part.text;
      else parts.push({ ...part });
    }
  }
  return parts;
}

/** The whole cluster in one face, composed or taken apart if need be; else each character where there is one for it. */
function partsOfCluster(
  faces: readonly [Face, ...Face[]],
  cluster: string,
  current: Face | undefined,
): readonly Part[] | null {
  if ([...cluster].every(isIgnorable)) return [{ face: current ?? faces[0], text: cluster }];
  for (const face of faces) {
    for (const text of [cluster, cluster.normalize('NFC'), cluster.normalize('NFD')])
      if (covers(face, text)) return [{ face, text }];
  }
  const parts = [...cluster].map((text) => ({ face: faces.find((face) => covers(face, text)), text }));
  return parts.every((part): part is Part => part.face !== undefined) ? parts : null;
}

/** The characters of `text` that no face has, each once. */
export function missingIn(faces: readonly Face[], text: string): readonly string[] {
  const missing = [...text].filter((character) => !faces.some((face) => covers(face, character)));
  return [...new Set(missing)];
}
