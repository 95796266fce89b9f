// Pictures of the template where a document shows them: each file is read once, and what is wrong with it is told where it is asked for.
import type { DrawingNode, ImageNode, SourcePlace } from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type Picture, type ReadPicture, readPicture } from '../images/picture.ts';
import { attributeOf, attributeSpot, type MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import type { Computed } from '../style/computed.ts';
import { lintTexts } from '../svg/texts.ts';
import { writtenLength } from './drawing.ts';

/** The pictures of one loaded template by path; null for a file that is not there. */
export type Pictures = {
  readonly read: (path: string) => ReadPicture | null;
  /** Every path that may hold a picture, for hints. */
  readonly paths: readonly string[];
};

export const picturesOf = (files: Readonly<Record<string, Uint8Array>>): Pictures => {
  const known = new Map<string, ReadPicture>();
  const read = (path: string): ReadPicture | null => {
    const data = Object.hasOwn(files, path) ? files[path] : undefined;
    if (data === undefined) return null;
    const picture = known.get(path) ?? readPicture(path, data);
    known.set(path, picture);
    return picture;
  };
  return { read, paths: Object.keys(files).filter((path) => /\.(png|jpe?g|svg)$/i.test(path)) };
};

type Tell = (diagnostic: Diagnostic) => void;

/** Diagnostics for each picture below `body` that cannot be shown, and for each drawing with what cannot be drawn. */
export const lintPictures = (body: MarkupElement, pictures: Pictures, tell: Tell): void => {
  if (body.tag === 'svg') lintTexts(body, tell);
  else if (body.tag === 'img') lintPicture(body, pictures, tell);
  else for (const child of body.children) if (child.kind === 'element') lintPictures(child, pictures, tell);
};

const lintPicture = (element: MarkupElement, pictures: Pictures, tell: Tell): void => {
  const src = attributeOf(element, 'src');
  if (src === null) return; // refused by the parser
  const picture = pictures.read(src);
  const told = (sentence: string, hint: string): void =>
    tell(
      errorAt(
        attributeSpot(element, 'src'),
        picture === null ? 'image-missing' : 'image-invalid',
        sentence,
        hint,
      ),
    );
  if (picture === null)
    told(
      `The template has no file \`${src.slice(0, 120)}\`.`,
      didYouMean(src, pictures.paths, 'Put the picture into the template.'),
    );
  else if (picture.kind === 'fault') told(picture.sentence, picture.hint);
  else if (picture.kind === 'refused') for (const diagnostic of picture.diagnostics) tell(diagnostic);
};

/** The node of an `img`; null for one that `lintPictures` told of. */
export const imageOf = (
  element: MarkupElement,
  computed: Computed,
  rem: number,
  pictures: Pictures,
  at: SourcePlace,
): ImageNode | DrawingNode | null => {
  const picture = pictures.read(attributeOf(element, 'src') ?? '');
  if (picture === null || picture.kind === 'fault' || picture.kind === 'refused') return null;
  const shown = { style: computed.style, ...sizeOf(element, picture, computed.style.fontSize, rem), at };
  const alt = (attributeOf(element, 'alt') ?? '').replace(/\s+/g, ' ').trim();
  if (picture.kind === 'image') return { kind: 'image', ...shown, alt, source: picture.source };
  return { kind: 'drawing', ...shown, alt, viewBox: picture.viewBox, shapes: picture.shapes };
};

/** One of width and height alone keeps the ratio. */
const sizeOf = (
  element: MarkupElement,
  natural: Picture,
  em: number,
  rem: number,
): { readonly width: number; readonly height: number } => {
  const [width, height] = (['width', 'height'] as const).map((name) => {
    const text = attributeOf(element, name);
    return text === null ? null : writtenLength(text, em, rem);
  });
  if (width == null && height == null) return { width: natural.width, height: natural.height };
  const ratio = natural.width / natural.height;
  return { width: width ?? (height ?? 0) * ratio, height: height ?? (width ?? 0) / ratio };
};
