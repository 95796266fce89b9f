// Which part of a package is the workbook; and what the file is where none is.
import { pathKey } from '../member-path.ts';
import type { Package } from './package.ts';
import { quoted, XlsxRefused } from './refused.ts';

/** The workbook's part. Throws XlsxRefused for the kinds of file that are no .xlsx inside. */
export const findBook = (opened: Package): string => {
  refuseOpenDocument(opened);
  const book = [...opened.relations('').values()].find(({ type }) => type === 'officeDocument');
  if (book === undefined || book.part === null)
    throw new XlsxRefused(
      'It is a zip file without a workbook in it.',
      'Name a file that a spreadsheet program saved as .xlsx.',
    );
  refuseOtherKinds(opened.types.get(pathKey(book.part)) ?? '');
  return book.part;
};

const refuseOpenDocument = (opened: Package): void => {
  const type = opened.read('mimetype');
  if (type === null) return;
  const says = new TextDecoder().decode(type.subarray(0, 100)).trim();
  const sheets = says.startsWith('application/vnd.oasis.opendocument.spreadsheet');
  throw new XlsxRefused(
    sheets ? 'It is an OpenDocument spreadsheet (.ods).' : `It is a file of the kind ${quoted(says)}.`,
    'Open it in a spreadsheet program and save it as .xlsx.',
  );
};

const KINDS: readonly (readonly [type: RegExp, sentence: string, hint: string])[] = [
  [
    /sheet\.binary/i,
    'It is a binary workbook (.xlsb), whatever its name ends in.',
    'Open it in the program that made it and save it as .xlsx.',
  ],
  [
    /macroEnabled/i,
    'It is a workbook with macros (.xlsm), whatever its name ends in.',
    'Save it as .xlsx, which leaves the macros behind.',
  ],
  [
    /wordprocessingml|presentationml/i,
    'It is a text document or a presentation, not a workbook.',
    'Name a file that a spreadsheet program saved as .xlsx.',
  ],
];

const refuseOtherKinds = (type: string): void => {
  const kind = KINDS.find(([pattern]) => pattern.test(type));
  if (kind !== undefined) throw new XlsxRefused(kind[1], kind[2]);
};
