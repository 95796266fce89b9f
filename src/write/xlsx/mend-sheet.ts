// What is mended in the part of a sheet. Its rows are nearly all of it and stay the bytes they are; text is made only of what follows them.
import { libraryChanged, type SheetRest } from './sheet-rest.ts';
import { TABLE_PARTS } from './tables.ts';

type TailMend = {
  readonly name: string;
  /** What follows every sheet's rows, and the mend builds upon. */
  readonly finds: string;
  readonly mend: (tail: string, rest: SheetRest) => string;
};

/** In this order: a validation stands before the links, which stand before the page margins. */
const TAIL_MENDS: readonly TailMend[] = [
  {
    name: 'no-inner-links: a link to a cell would be written as a link to a file',
    finds: '<pageMargins ',
    mend: (tail, { links }) => insertLinks(tail, links),
  },
  {
    name: 'validations-by-cell: a validation would be kept once for every cell, and its messages without the escape of the format',
    finds: '<pageMargins ',
    mend: (tail, { validations }) => {
      const next = tail.includes('<hyperlinks>') ? '<hyperlinks>' : '<pageMargins ';
      return tail.replace(next, () => `${validations}${next}`);
    },
  },
  {
    name: 'tables-rewrite-cells: a table would write its cells anew',
    finds: '</worksheet>',
    mend: (tail, { sheet }) =>
      sheet.table === null ? tail : tail.replace('</worksheet>', `${TABLE_PARTS}</worksheet>`),
  },
];

/** Beside the outer links if there are any, else where the schema has links. */
const insertLinks = (tail: string, links: string): string => {
  if (links === '') return tail;
  if (tail.includes('</hyperlinks>')) return tail.replace('</hyperlinks>', () => `${links}</hyperlinks>`);
  return tail.replace('<pageMargins ', () => `<hyperlinks>${links}</hyperlinks><pageMargins `);
};

/** The number of the sheet that a part holds, null for any other part. exceljs numbers its sheets from 1, in the order in which they are added. */
export const sheetNumber = (part: string): number | null => {
  const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(part)?.[1];
  return number === undefined ? null : Number(number);
};

/** The finished part. Writes into `bytes`, which are nobody's any more. */
export const mendSheet = (bytes: Uint8Array, rest: SheetRest): Uint8Array => {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  freeHeights(part, rest.fitted);
  const end = part.lastIndexOf('</sheetData>');
  const rowsEnd = end === -1 ? part.lastIndexOf('<sheetData/>') : end;
  if (rowsEnd === -1) throw libraryChanged('sheet-data: a sheet has no rows');
  const tail = TAIL_MENDS.reduce(
    (text, { name, finds, mend }) => {
      if (!text.includes(finds)) throw libraryChanged(name);
      return mend(text, rest);
    },
    part.toString('utf8', rowsEnd),
  );
  return Buffer.concat([part.subarray(0, rowsEnd), Buffer.from(tail)]);
};

const SET_BY_HAND = ' customHeight="1"';
const ROW = '<row r="';

/** Mends `fixed-heights`: a height that merely fits the text is written as one that somebody set by hand, so that the row would never grow. */
const freeHeights = (part: Buffer, fitted: ReadonlySet<number>): void => {
  let found = part.indexOf(SET_BY_HAND);
  let freed = 0;
  while (found !== -1) {
    const start = part.lastIndexOf(ROW, found) + ROW.length;
    if (fitted.has(Number.parseInt(part.toString('latin1', start, found), 10))) {
      part.write('0', found + SET_BY_HAND.length - 2, 'latin1');
      freed += 1;
    }
    found = part.indexOf(SET_BY_HAND, found + SET_BY_HAND.length);
  }
  if (freed !== fitted.size) throw libraryChanged('fixed-heights: rows have no height that fits their text');
};
