// What exceljs 4.4.0 writes amiss or has no words for, each by its name, and what mends it. A mend works on the XML of one part; one
// that no longer finds what it is for stops the program: then exceljs has changed, and this list has to change with it.
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { Failure } from '../../problem.ts';
import { definedNames } from './defined-names.ts';
import { innerLinks } from './inner-links.ts';
import { CUSTOM_CONTENT_TYPE, CUSTOM_PART, CUSTOM_RELATIONSHIP, spell } from './properties.ts';

type Mend = {
  readonly name: string;
  readonly part: RegExp;
  /** What every such part contains, and the mend builds upon. */
  readonly finds: RegExp;
  readonly mend: (xml: string, workbook: Workbook, part: string) => string;
};

const MENDS: readonly Mend[] = [
  {
    name: 'font-child-order: size and name come last in a font, where the schema wants them before colour and family',
    part: /^xl\/styles\.xml$/,
    finds: /<font>.*?<\/font>/s,
    mend: (xml) =>
      xml.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => `<font>${inOrder(inner)}</font>`),
  },
  {
    name: 'no-quote-prefix: a text that must stay one when its cell is edited cannot be marked',
    part: /^xl\/styles\.xml$/,
    finds: /<cellXfs /,
    mend: (xml) => xml.replaceAll('<xf numFmtId="49"', '<xf quotePrefix="1" numFmtId="49"'),
  },
  {
    name: 'no-inner-links: a link to a cell would be written as a link to a file',
    part: /^xl\/worksheets\/sheet\d+\.xml$/,
    finds: /<pageMargins /,
    mend: (xml, { sheets }, part) => insertLinks(xml, innerLinks(sheetOfPart(sheets, part))),
  },
  {
    name: 'fixed-heights: a height that merely fits the text is written as one that somebody set by hand',
    part: /^xl\/worksheets\/sheet\d+\.xml$/,
    finds: /<sheetData/,
    mend: (xml, { sheets }, part) => {
      const rows = sheetOfPart(sheets, part)?.rows ?? [];
      return xml.replace(
        /(<row r="(\d+)" ht="[\d.]+") customHeight="1"/g,
        (found, kept: string, row: string) => (rows[Number(row) - 1]?.height === null ? kept : found),
      );
    },
  },
  {
    name: 'defined-names: an apostrophe in a sheet name would break its print titles, and a filter would have no name',
    part: /^xl\/workbook\.xml$/,
    finds: /<calcPr/,
    mend: (xml, { sheets }) => xml.replace('<calcPr', () => `${definedNames(sheets)}<calcPr`),
  },
  {
    name: 'made-by-excel: the file would say that Microsoft Excel made it',
    part: /^docProps\/app\.xml$/,
    finds: /<Application>Microsoft Excel<\/Application>.*<AppVersion>/s,
    mend: (xml, { producer }) =>
      xml
        .replace(/<AppVersion>.*?<\/AppVersion>/, '')
        .replace(/<Application>.*?<\/Application>/, () => `<Application>${spell(producer)}</Application>`),
  },
  {
    name: 'no-custom-properties: their part is missing among the content types',
    part: /^\[Content_Types\]\.xml$/,
    finds: /<\/Types>/,
    mend: (xml) =>
      xml.replace(
        '</Types>',
        `<Override PartName="/${CUSTOM_PART}" ContentType="${CUSTOM_CONTENT_TYPE}"/></Types>`,
      ),
  },
  {
    name: 'no-custom-properties: their part is missing among the relationships',
    part: /^_rels\/\.rels$/,
    finds: /<\/Relationships>/,
    mend: (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rIdCustom" Type="${CUSTOM_RELATIONSHIP}" Target="${CUSTOM_PART}"/></Relationships>`,
      ),
  },
];

/** One part's XML with every mend for it applied. */
export const mendPart = (part: string, xml: string, workbook: Workbook): string =>
  MENDS.filter((mend) => mend.part.test(part)).reduce((text, { name, finds, mend }) => {
    if (!finds.test(text))
      throw new Failure('bug', `The spreadsheet library changed: ${name}.`, 'Please report this.');
    return mend(text, workbook, part);
  }, xml);

/** exceljs numbers its sheets from 1, in the order in which they are added. */
const sheetOfPart = (sheets: readonly Sheet[], part: string): Sheet | undefined =>
  sheets[Number(/\d+/.exec(part)?.[0]) - 1];

/** ECMA-376 part 1, 18.8.22 font, in the order that the Open XML SDK holds files against. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

const inOrder = (inner: string): string => {
  const rank = (element: string): number => FONT_ORDER.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '');
  return (inner.match(/<[^>]+\/>/g) ?? []).sort((a, b) => rank(a) - rank(b)).join('');
};

/** Beside the outer links if there are any, else where the schema has links: right before the page margins. */
const insertLinks = (xml: string, links: string): string => {
  if (links === '') return xml;
  if (xml.includes('</hyperlinks>')) return xml.replace('</hyperlinks>', () => `${links}</hyperlinks>`);
  return xml.replace('<pageMargins ', () => `<hyperlinks>${links}</hyperlinks><pageMargins `);
};
