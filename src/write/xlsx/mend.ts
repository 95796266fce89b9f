// What exceljs 4.4.0 writes amiss or has no words for, each by its name, and what mends it. A mend works on the XML of one part; one
// that no longer finds what it is for stops the program: then exceljs has changed, and this list has to change with it. What is mended
// in sheets, which are large, is in `mend-sheet.ts`.
import type { Workbook } from '../../model/workbook.ts';
import { definedNames } from './defined-names.ts';
import { libraryChanged } from './library-changed.ts';
import { orderFonts, quoteTexts } from './mend-styles.ts';
import { CUSTOM_CONTENT_TYPE, CUSTOM_PART, CUSTOM_RELATIONSHIP, spell } from './properties.ts';
import type { SheetRest } from './sheet-rest.ts';
import { TABLE_CONTENT_TYPE, tablePath, tableRelationship } from './tables.ts';

/** `part` is the path of the part. */
type Mended = { readonly workbook: Workbook; readonly rests: readonly SheetRest[]; readonly part: string };
type Mend = {
  readonly name: string;
  readonly part: RegExp;
  /** What every such part contains, and the mend builds upon. */
  readonly finds: RegExp;
  readonly mend: (xml: string, mended: Mended) => string;
};

const MENDS: readonly Mend[] = [
  {
    name: 'font-child-order: size and name come last in a font, where the schema wants them before colour and family',
    part: /^xl\/styles\.xml$/,
    finds: /<font>.*?<\/font>/s,
    mend: orderFonts,
  },
  {
    name: 'no-quote-prefix: a text that must stay one when its cell is edited cannot be marked',
    part: /^xl\/styles\.xml$/,
    finds: /<cellXfs /,
    mend: quoteTexts,
  },
  {
    name: 'defined-names: an apostrophe in a sheet name would break its print titles, and a filter would have no name',
    part: /^xl\/workbook\.xml$/,
    finds: /<calcPr/,
    mend: (xml, { workbook }) => xml.replace('<calcPr', () => `${definedNames(workbook)}<calcPr`),
  },
  {
    name: 'made-by-excel: the file would say that Microsoft Excel made it',
    part: /^docProps\/app\.xml$/,
    finds: /<Application>Microsoft Excel<\/Application>.*<AppVersion>/s,
    mend: (xml, { workbook }) =>
      xml
        .replace(/<AppVersion>.*?<\/AppVersion>/, '')
        .replace(
          /<Application>.*?<\/Application>/,
          () => `<Application>${spell(workbook.producer)}</Application>`,
        ),
  },
  {
    name: 'no-custom-properties, tables-rewrite-cells: their parts are missing among the content types',
    part: /^\[Content_Types\]\.xml$/,
    finds: /<\/Types>/,
    mend: (xml, { rests }) => xml.replace('</Types>', () => `${contentTypes(rests)}</Types>`),
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
  {
    name: 'tables-rewrite-cells: a table is missing among the relationships of a sheet that links out of the workbook',
    part: /^xl\/worksheets\/_rels\/sheet\d+\.xml\.rels$/,
    finds: /<\/Relationships>/,
    mend: (xml, { rests, part }) => {
      const number = Number(/\d+/.exec(part)?.[0]);
      return rests[number - 1]?.sheet.table == null
        ? xml
        : xml.replace('</Relationships>', `${tableRelationship(number)}</Relationships>`);
    },
  },
];

const contentTypes = (rests: readonly SheetRest[]): string =>
  [
    [CUSTOM_PART, CUSTOM_CONTENT_TYPE],
    ...rests.flatMap(({ sheet }, index) =>
      sheet.table === null ? [] : [[tablePath(index + 1), TABLE_CONTENT_TYPE]],
    ),
  ]
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('');

/** One part's XML with every mend for it applied; `rests` are what the sheets lack, in their order. */
export const mendPart = (
  part: string,
  xml: string,
  workbook: Workbook,
  rests: readonly SheetRest[],
): string =>
  MENDS.filter((mend) => mend.part.test(part)).reduce((text, { name, finds, mend }) => {
    if (!finds.test(text)) throw libraryChanged(name);
    return mend(text, { workbook, rests, part });
  }, xml);
