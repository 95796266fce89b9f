// What a workbook that LibreOffice saved shows: values of named cells and rows of sheets.
import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';

/** `{ sheet(name), named(name) }`: rows as arrays of values, and the value a name stands for. */
export const openCells = async (file) => {
  const book = new exceljs.Workbook();
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  await book.xlsx.load(buffer.slice(byteOffset, byteOffset + byteLength), {
    ignoreNodes: ['dataValidations', 'conditionalFormatting'],
  });
  const names = new Map(book.definedNames.model.map(({ name, ranges }) => [name, ranges[0]]));
  const rowsOf = (name) => {
    const rows = [];
    book.getWorksheet(name)?.eachRow((row) => rows.push(row.values.slice(1).map(shownBy)));
    return rows;
  };
  const named = (name) => {
    const [, sheet, cell] =
      /^(?:'(.+)'|([^!]+))!(.+)$/.exec(names.get(name) ?? '')?.filter((part) => part !== undefined) ?? [];
    return sheet === undefined
      ? undefined
      : shownBy(book.getWorksheet(sheet)?.getCell(cell.replaceAll('$', '')).value);
  };
  return { sheets: book.worksheets.map(({ name }) => name), rowsOf, named };
};

/** A day as text, a formula as what it comes to, a link and rich text as their words. */
const shownBy = (value) => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (value === null || typeof value !== 'object') return value ?? null;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return shownBy(value.text);
  if ('error' in value) return value.error;
  // exceljs leaves a result of 0 out.
  return 'formula' in value || 'sharedFormula' in value ? shownBy(value.result ?? 0) : null;
};
