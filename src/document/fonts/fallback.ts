// Fonts that come with the program or were installed beside it: asked, after all of the theme's own, for characters that no other has.
import type { FontFace } from '../../model/document.ts';

/** Families by the folder that their files stand in, in the order they are asked. A language in front asks its own first. */
const FAMILIES: readonly { readonly folder: string; readonly family: string; readonly language?: RegExp }[] =
  [
    { folder: 'bundled/ibm-plex-sans', family: 'IBM Plex Sans' },
    { folder: 'bundled/noto-sans-arabic', family: 'Noto Sans Arabic' },
    { folder: 'bundled/noto-sans-hebrew', family: 'Noto Sans Hebrew' },
    { folder: 'bundled/noto-sans-symbols-2', family: 'Noto Sans Symbols 2' },
    { folder: 'bundled/noto-sans-symbols', family: 'Noto Sans Symbols' },
    { folder: 'bundled/noto-sans-math', family: 'Noto Sans Math' },
    { folder: 'bundled/ibm-plex-mono', family: 'IBM Plex Mono' },
    { folder: 'installed/noto-sans-jp', family: 'Noto Sans JP', language: /^ja\b/i },
    { folder: 'installed/noto-sans-kr', family: 'Noto Sans KR', language: /^ko\b/i },
    { folder: 'installed/noto-sans-sc', family: 'Noto Sans SC', language: /^zh\b(?!-(?:hant|tw|hk|mo))/i },
    { folder: 'installed/noto-sans-tc', family: 'Noto Sans TC', language: /^zh-(?:hant|tw|hk|mo)\b/i },
  ];

/**
 * The faces among a template's files that a theme did not choose. A family that the theme has already is left to it: another weight
 * of it would change how its own text looks.
 */
export const fallbackFaces = (
  files: Readonly<Record<string, Uint8Array>>,
  own: readonly FontFace[],
  language: string,
): readonly FontFace[] => {
  const taken = new Set(own.map(({ family }) => family.toLowerCase()));
  return inOrder(language)
    .filter(({ family }) => !taken.has(family.toLowerCase()))
    .flatMap(({ folder, family }) => facesIn(files, folder, family));
};

const inOrder = (language: string): typeof FAMILIES => {
  const speaks = (row: (typeof FAMILIES)[number]): boolean => row.language?.test(language) === true;
  return [...FAMILIES.filter(speaks), ...FAMILIES.filter((row) => !speaks(row))];
};

const NAME = /^([1-9]00)(-italic)?\.[ot]tf$/;

const facesIn = (
  files: Readonly<Record<string, Uint8Array>>,
  folder: string,
  family: string,
): readonly FontFace[] =>
  Object.entries(files).flatMap(([path, data]) => {
    const [, weight, italic] = path.startsWith(`${folder}/`)
      ? (NAME.exec(path.slice(folder.length + 1)) ?? [])
      : [];
    if (weight === undefined) return [];
    return [{ family, weight: Number(weight), style: italic === undefined ? 'normal' : 'italic', data }];
  });
