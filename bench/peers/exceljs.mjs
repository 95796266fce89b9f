// The same cells and looks by exceljs alone, with its document writer in the ordinary way: rows added, cells styled, a buffer at the end.
import exceljs from 'exceljs';

const addSheet = (book, { name, columns, views, filter, rows }) => {
  const sheet = book.addWorksheet(name, { views });
  sheet.columns = columns;
  for (const { values, styles, height } of rows) {
    const row = sheet.addRow(values);
    styles.forEach((style, index) => {
      row.getCell(index + 1).style = style;
    });
    if (height !== null) row.height = height;
  }
  for (const merge of rows.flatMap(({ merges }) => merges)) sheet.mergeCells(merge);
  if (filter !== null) sheet.autoFilter = filter;
};

/** The bytes of an XLSX file. */
export const writeWithExceljs = (plain) => {
  const book = new exceljs.Workbook();
  for (const sheet of plain.sheets) addSheet(book, sheet);
  return book.xlsx.writeBuffer();
};
