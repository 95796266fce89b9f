// Reads workbooks; what it gives is in `read-workbook.ts`.

export type {
  ReadCell,
  ReadRange,
  ReadSheet,
  ReadTable,
  ReadValue,
  ReadWorkbook,
  UnlockedBand,
} from './read-workbook.ts';
export { readXlsx } from './read-xlsx.ts';
