// Files that are no workbook, and workbooks that no program wrote: each refused for its own reason.
import { describe, expect, test } from 'vitest';
import { rawZip } from '../raw-zip.ts';
import {
  bookPart,
  handmade,
  refusalOf,
  relationsPart,
  sheetPart,
  stylesPart,
  typesPart,
} from './handmade.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const compound = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1000),
      Buffer.from(stream, 'utf16le'),
    ]),
  );
const OPEN_DOCUMENT = rawZip([
  { name: 'mimetype', data: utf8('application/vnd.oasis.opendocument.spreadsheet') },
]);

describe('other files are named for what they are', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /is empty/],
    ['CSV', utf8('Duty,Result\nD-1,supported\n'), /plain text, like CSV.*save it as \.xlsx/s],
    ['HTML', utf8('\ufeff  <html><table></table></html>'), /web page/],
    ['noise', Uint8Array.of(1, 2, 0, 255, 254), /no workbook/],
    ['a password', compound('EncryptedPackage'), /protected by a password.*remove the password/s],
    ['.xls', compound('Workbook'), /old format/],
    ['.ods', OPEN_DOCUMENT, /OpenDocument spreadsheet \(\.ods\)/],
    [
      '.xlsb',
      handmade({
        '[Content_Types].xml': typesPart('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
      }),
      /\.xlsb/,
    ],
    [
      '.xlsm',
      handmade({ '[Content_Types].xml': typesPart('application/vnd.ms-excel.sheet.macroEnabled.main+xml') }),
      /\.xlsm/,
    ],
    ['any zip', rawZip([{ name: 'a.txt', data: utf8('a') }]), /zip file without a workbook/],
    ['a zip cut short', handmade({}).slice(0, 400), /As a zip file it breaks off/],
  ])('%s', (_, bytes, reason) => {
    expect(refusalOf(bytes)).toMatch(reason);
  });
});

const sheet = (rows: string, after = ''): Readonly<Record<string, string>> => ({
  'xl/worksheets/sheet1.xml': sheetPart(rows, after),
});
const raw = (xml: string): Readonly<Record<string, string>> => ({ 'xl/worksheets/sheet1.xml': xml });
const book = (inner: string): Readonly<Record<string, string>> => ({ 'xl/workbook.xml': bookPart(inner) });
const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<sheet name="S${index}" r:id="r1"/>`).join('');

const table = (attributes: string): Readonly<Record<string, string>> => ({
  ...sheet('', '<tableParts><tablePart r:id="t"/></tableParts>'),
  'xl/worksheets/_rels/sheet1.xml.rels': relationsPart(['t', 'table', '../tables/table1.xml']),
  'xl/tables/table1.xml': `<table xmlns="m" name="t" ref="A1:A2" ${attributes}><tableColumns><tableColumn name="a"/></tableColumns></table>`,
});

describe('parts that cannot be trusted', () => {
  test.each<[string, Readonly<Record<string, string | null>>, RegExp]>([
    [
      'a document type',
      raw(`<!DOCTYPE x [<!ENTITY a "b">]>${sheetPart('')}`),
      /sheet1\.xml" declares a document type/,
    ],
    [
      'an unknown entity',
      sheet('<row><c t="str"><v>&boom;</v></c></row>'),
      /sheet1\.xml" is not well-formed XML/,
    ],
    ['an open tag', raw('<worksheet><sheetData>'), /sheet1\.xml" is not well-formed XML/],
    ['an attribute twice', sheet('<row r="1" r="2"/>'), /not well-formed/],
    [
      'another encoding',
      raw(`<?xml version="1.0" encoding="windows-1252"?>${sheetPart('')}`),
      /encoding "windows-1252"/,
    ],
    ['deep nesting', raw('<a>'.repeat(100_000)), /nests more than 64 deep/],
    [
      'many attributes',
      raw(`<a ${Array.from({ length: 200 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
      /more than 100 attributes/,
    ],
    ['no workbook', { 'xl/workbook.xml': null }, /part "xl\/workbook\.xml" is missing/],
    ['no sheet part', { 'xl/worksheets/sheet1.xml': null }, /sheet1\.xml" is missing/],
    ['no sheets', book('<sheets/>'), /has no sheet/],
    ['201 sheets', book(`<sheets>${many(201)}</sheets>`), /has 201 sheets; at most 200/],
    ['one part as two sheets', book(`<sheets>${many(2)}</sheets>`), /is used twice/],
    [
      'two sheets of a name',
      book('<sheets><sheet name="S" r:id="r1"/><sheet name="s" r:id="r1"/></sheets>'),
      /are named "s"/,
    ],
    [
      'a target above the root',
      { 'xl/_rels/workbook.xml.rels': relationsPart(['r1', 'worksheet', '../../etc/passwd']) },
      /leads out of the file/,
    ],
    [
      'a target elsewhere',
      {
        'xl/_rels/workbook.xml.rels': relationsPart([
          'r1',
          'worksheet',
          'https://example.org/s.xml',
          'External',
        ]),
      },
      /lies in no part of the file/,
    ],
    ['a cell twice', sheet('<row r="1"><c r="A1"/><c r="A1"/></row>'), /A1 is there twice/],
    ['a row twice', sheet('<row r="2"/><row r="2"/>'), /Row 2 comes after row 2/],
    ['a cell of another row', sheet('<row r="1"><c r="A2"/></row>'), /"A2" stands in row 1/],
    ['a row too far', sheet('<row r="1048577"/>'), /is no row/],
    ['a column too far', sheet('<row r="1"><c r="XFE1"/></row>'), /"XFE1" is no cell/],
    ['no number', sheet('<row r="1"><c r="A1"><v>0x10</v></c></row>'), /A1 holds "0x10" as a number/],
    ['an endless number', sheet('<row r="1"><c r="A1"><v>1e999</v></c></row>'), /as a number/],
    ['a text that is not there', sheet('<row><c t="s"><v>0</v></c></row>'), /as the number of a text/],
    ['a kind of cell nobody knows', sheet('<row><c t="z"><v>0</v></c></row>'), /holds "0" as/],
    [
      'a merge of nothing',
      sheet('', '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>'),
      /no range of cells/,
    ],
    ['a row by another spelling', sheet('<row r="0x2"/>'), /"0x2" is no row/],
    [
      'a formula too long',
      sheet(`<row><c><f>${'1+'.repeat(40_000)}1</f></c></row>`),
      /A formula has more than 65536/,
    ],
    [
      'a name too long',
      book(
        `<sheets><sheet name="S" r:id="r1"/></sheets><definedNames><definedName name="n">${'1+'.repeat(40_000)}</definedName></definedNames>`,
      ),
      /name "n" has more than/,
    ],
    [
      'a format too long',
      {
        'xl/styles.xml': stylesPart(
          `<numFmts><numFmt numFmtId="200" formatCode="${'0'.repeat(1001)}"/></numFmts>`,
        ),
      },
      /number format has more than 1000/,
    ],
    ['a table that begins above itself', table('headerRowCount="-9"'), /no table with a name/],
    ['a table of more headers than rows', table('headerRowCount="3"'), /no table with a name/],
    ['a huge part', { 'xl/styles.xml': stylesPart(' '.repeat(17 << 20)) }, /styles\.xml" is larger than/],
  ])('%s', (_, parts, reason) => {
    expect(refusalOf(handmade(parts, true))).toMatch(reason);
  });

  test('bytes that are no text', () => {
    expect(refusalOf(handmade({ 'xl/worksheets/sheet1.xml': Uint8Array.of(0x3c, 0x61, 0xff) }))).toMatch(
      /bytes that are no text/,
    );
  });

  test('more cells than are kept, and formulas that one formula makes endless', () => {
    const cell = '<c><v>1</v></c>';
    expect(refusalOf(handmade(sheet(`<row>${cell.repeat(16_000)}</row>`.repeat(63)), true))).toMatch(
      /more than 1000000 cells/,
    );
    const long = `<c><f t="shared" si="0">A1&amp;"${'x'.repeat(8000)}"</f></c>${'<c><f t="shared" si="0"/></c>'.repeat(9000)}`;
    expect(refusalOf(handmade(sheet(`<row>${long}</row>`), true))).toMatch(/formulas are longer/);
  });

  test('one entry that unpacks to more than is read', () => {
    const bomb = rawZip([{ name: 'xl/a.xml', data: utf8('a'), says: { size: 300 << 20 } }]);
    expect(refusalOf(bomb)).toMatch(/"xl\/a\.xml" unpacks to/);
  });
});
