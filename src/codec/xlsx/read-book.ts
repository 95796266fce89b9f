// The workbook's own part: which sheets there are, what names refer to, and from which day days are counted.
import { LONGEST_FORMULA, MOST_SHEETS } from './limits.ts';
import { quoted, XlsxRefused } from './refused.ts';
import { isOn, readXml, relationOf, required } from './xml.ts';

export type BookPart = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly relation: string }[];
  readonly names: ReadonlyMap<string, string>;
  readonly from1904: boolean;
};

/** Throws XlsxRefused for too many sheets and for two of one name. */
export const readBookPart = (part: string, bytes: Uint8Array): BookPart => {
  const sheets: { readonly name: string; readonly hidden: boolean; readonly relation: string }[] = [];
  const names = new Map<string, string>();
  let from1904 = false;
  let defined: { readonly name: string; readonly sheet: string | undefined } | null = null;
  let text = '';
  readXml(part, bytes, {
    open: (name, attributes, parent) => {
      if (name === 'workbookPr') from1904 = isOn(attributes.date1904);
      if (name === 'sheet' && parent === 'sheets')
        sheets.push({
          name: required(attributes, 'name', 'A sheet'),
          hidden: (attributes.state ?? 'visible') !== 'visible',
          relation: relationOf(attributes) ?? '',
        });
      if (name === 'definedName' && parent === 'definedNames') {
        defined = { name: required(attributes, 'name', 'A defined name'), sheet: attributes.localSheetId };
        text = '';
      }
    },
    text: (more) => {
      if (defined !== null) text += more;
    },
    close: (name) => {
      if (name !== 'definedName' || defined === null) return;
      const owner = defined.sheet === undefined ? '' : `${sheets[Number(defined.sheet)]?.name ?? ''}!`;
      if (text.length > LONGEST_FORMULA)
        throw new XlsxRefused(
          `The name ${quoted(defined.name)} has more than ${LONGEST_FORMULA} characters.`,
        );
      if (!/^_xlnm\b/i.test(defined.name)) names.set(`${owner}${defined.name}`, text.replace(/^=/, ''));
      defined = null;
    },
  });
  checkSheets(sheets.map(({ name }) => name));
  return { sheets, names, from1904 };
};

const checkSheets = (names: readonly string[]): void => {
  if (names.length === 0) throw new XlsxRefused('It has no sheet.');
  if (names.length > MOST_SHEETS)
    throw new XlsxRefused(
      `It has ${names.length} sheets; at most ${MOST_SHEETS} are read.`,
      'Remove the sheets that do not belong here.',
    );
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw new XlsxRefused(`Two of its sheets are named ${quoted(name)}.`);
    seen.add(name.toLowerCase());
  }
};
