// `@font-face` rules to font files of the template.
import type { FontFace } from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { fontFault } from '../fonts/check-font.ts';
import { errorAt, placeOf } from '../source-text.ts';
import type { FaceBlock } from './theme.ts';
import type { Value } from './value.ts';

type Files = Readonly<Record<string, Uint8Array>>;

/** One face per rule, in the theme's order; a rule without family or source, or with a file that is not there, is reported. */
export const fontFaces = (
  faces: readonly FaceBlock[],
  files: Files,
  report: (diagnostic: Diagnostic) => void,
): readonly FontFace[] => faces.flatMap((face) => fontFace(face, files, report) ?? []);

const fontFace = (
  face: FaceBlock,
  files: Files,
  report: (diagnostic: Diagnostic) => void,
): FontFace | null => {
  const values = new Map(face.declarations.flatMap(({ longhands }) => longhands ?? []));
  const [family, source] = [values.get('font-family'), values.get('src')];
  const name = family?.kind === 'names' && family.names.length === 1 ? family.names[0] : undefined;
  if (name === undefined || source?.kind !== 'url') {
    report(
      errorAt(
        face.spot,
        'css-value',
        'A font face needs one family and one source, without variables.',
        'Write font-family: "…"; src: url("…").',
      ),
    );
    return null;
  }
  const data = Object.hasOwn(files, source.url) ? files[source.url] : undefined;
  const at = face.declarations.find(({ row }) => row.name === 'src')?.spot ?? face.spot;
  if (data === undefined) {
    const fonts = Object.keys(files).filter((file) => /\.(ttf|otf)$/.test(file));
    report(
      errorAt(
        at,
        'font-missing',
        `The template has no file \`${source.url.slice(0, 120)}\`.`,
        didYouMean(source.url, fonts, 'Put the font into the template.'),
      ),
    );
    return null;
  }
  const fault = fontFault(data);
  if (fault !== null) {
    report(errorAt(at, 'font-invalid', fault.sentence, fault.hint));
    return null;
  }
  return {
    family: name,
    weight: weightOf(values.get('font-weight')),
    style: isItalic(values.get('font-style')) ? 'italic' : 'normal',
    data,
    at: placeOf(at),
  };
};

const weightOf = (value: Value | undefined): number => {
  if (value?.kind === 'number') return value.value;
  return value?.kind === 'keyword' && value.word === 'bold' ? 700 : 400;
};

const isItalic = (value: Value | undefined): boolean => value?.kind === 'keyword' && value.word === 'italic';
