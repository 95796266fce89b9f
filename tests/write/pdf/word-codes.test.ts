// The codes of plain words are those that their glyphs give when they are spelled out.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFace } from '../../../src/write/pdf/fonts/open-face.ts';
import { glyphsOf, shapeWord } from '../../../src/write/pdf/fonts/word.ts';
import { openPdf } from '../../../src/write/pdf/paint/pdf-file.ts';
import { codeBook, codesOf } from '../../../src/write/pdf/paint/word-codes.ts';
import { doc } from './tree.ts';

const [source] = doc([]).fonts;
if (source === undefined) throw new Error('the example has no font');
const face = openFace(source);

/** A font of a new file, in which nothing has been shown yet. */
const newBook = () => codeBook(openPdf().openFont(face));

test('a word put together from letters has the codes of its glyphs', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom(...'AVTofil(\\).,01é'), minLength: 1 }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(texts, (words) => {
      const [plain, spelled] = [newBook(), newBook()];
      for (const text of words) {
        const word = shapeWord(face, text);
        expect('letters' in word.glyphs).toBe(true);
        const sizes = { fontSize: 10, letterSpacing: 0 };
        const said = { ...word, glyphs: glyphsOf(word) };
        expect(codesOf(plain, word, sizes)).toEqual(codesOf(spelled, said, sizes));
      }
      expect(plain.font.widths).toEqual(spelled.font.widths);
      expect(plain.font.unicode).toEqual(spelled.font.unicode);
    }),
    { numRuns: 50 },
  );
});
