// What a file is that is no zip, by its first bytes, so that people are told what they have and what to do with it.
import { XlsxRefused } from './refused.ts';

/** Throws XlsxRefused for everything that does not begin like a zip. */
export const refuseOtherFiles = (bytes: Uint8Array): void => {
  if (bytes.length === 0)
    throw new XlsxRefused('It is empty.', 'Save it again from the spreadsheet program, or ask for it again.');
  if (begins(bytes, COMPOUND)) throw compound(bytes);
  if (!begins(bytes, ZIP)) throw noWorkbook(bytes);
};

const ZIP = [0x50, 0x4b];
/** Microsoft's compound file (MS-CFB 2.2): workbooks up to 2003, and whatever Office encrypts. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** The names of its streams stand in it as UTF-16. */
const compound = (bytes: Uint8Array): XlsxRefused =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le')
    ? new XlsxRefused(
        'It is protected by a password, so that nobody can read it without.',
        'Open it with its password, remove the password under File > Info or Save As, and save it as .xlsx.',
      )
    : new XlsxRefused(
        'It is a file of the old format (.xls, up to 2003), whatever its name ends in.',
        'Open it in a spreadsheet program and save it as .xlsx.',
      );

const noWorkbook = (bytes: Uint8Array): XlsxRefused => {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart();
  if (start.startsWith('<'))
    return new XlsxRefused(
      'It is a web page or another XML file, not a workbook.',
      'Open it in a spreadsheet program and save it as .xlsx.',
    );
  return /[\0\ufffd]/.test(start)
    ? new XlsxRefused('It is no workbook.', 'Name a file that a spreadsheet program saved as .xlsx.')
    : new XlsxRefused(
        'It is plain text, like CSV, not a workbook.',
        'Open it in a spreadsheet program and save it as .xlsx.',
      );
};
