// What is mended in the part of a sheet: its rows are put in, and what follows them is completed.
import { libraryChanged } from './library-changed.ts';
import type { SheetRest } from './sheet-rest.ts';
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

/** The finished part: its rows stand where exceljs has put the few cells that it was told of. */
export const mendSheet = (xml: string, rest: SheetRest): Uint8Array => {
  const start = xml.indexOf('<sheetData');
  const closed = xml.startsWith(EMPTY, start);
  const end = closed ? start + EMPTY.length : xml.indexOf(END, start) + END.length;
  if (start === -1 || end < start) throw libraryChanged('sheet-data: a sheet has no rows');
  const tail = TAIL_MENDS.reduce((text, { name, finds, mend }) => {
    if (!text.includes(finds)) throw libraryChanged(name);
    return mend(text, rest);
  }, xml.slice(end));
  const [before, after] = rest.rows.length === 0 ? [EMPTY, ''] : ['<sheetData>', END];
  return Buffer.concat([Buffer.from(xml.slice(0, start) + before), rest.rows, Buffer.from(after + tail)]);
};

const EMPTY = '<sheetData/>';
const END = '</sheetData>';
