// A report does nothing by itself: what could make a program act is refused wherever it hangs.

import { expect, test } from 'vitest';
import { CATALOG, PAGES, packed, plain, rawPdf, sentence, verdict } from './raw-pdf.ts';

const inStream = (value: string): string =>
  verdict(rawPdf([CATALOG, PAGES, packed(3, new Map([[4, value]]))], { rows: new Map([[4, [2, 3, 0]]]) }));

test.each([
  '<</S/JavaScript/JS(app.alert\\(1\\))>>',
  '<</S/J#61vaScript>>',
  '<</#4aS 5 0 R>>',
  '[[<</A<</S/Launch/Win<<>>>>>>]]',
  '<</AA<</O 5 0 R>>>>',
  '<</S/SubmitForm>>',
  '<</S/ImportData>>',
  '<</S/GoToR>>',
  '<</S/GoToE>>',
  '<</XFA[]>>',
  '<</RichMediaContent 5 0 R>>',
  '<</Type/Annot/Subtype/RichMedia/Rect[0 0 1 1]>>',
  '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 1 1]>>',
  '<</Type/Annot/Subtype/Stamp/Rect[0 0 1 1]>>',
  '<</Subtype/Text/Rect[0 0 1 1]>>',
])('%s', (value) => {
  expect(inStream(value)).toBe('pdf-active');
});

test('in the catalogue', () => {
  for (const entry of [
    '/OpenAction<</S/URI/URI(x)>>',
    '/Names<</JavaScript 2 0 R>>',
    '/AcroForm<</XFA()>>',
    '/AA<<>>',
  ])
    expect(verdict(rawPdf([plain(1, `<</Type/Catalog${entry}>>`), PAGES]))).toBe('pdf-active');
});

test('links to pages of the web and to places of the report are none', () => {
  const link = '<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://example.org/)>>>>';
  expect(inStream(link)).toBe('ok');
  expect(inStream('<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/Dest(a)>>')).toBe('ok');
  expect(inStream('(JavaScript)')).toBe('ok');
});

test('the sentence names what it found', () => {
  expect(sentence(rawPdf([CATALOG, PAGES, plain(3, '<</JS()>>')]))).toBe(
    'The PDF can do something by itself: it has /JS.',
  );
});
