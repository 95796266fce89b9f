// A provider's page must not be able to write YAML into a team's file: whatever the text, comments stay comments.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comment } from '../../src/edit/comment.ts';

describe('comment', () => {
  test('wraps at 110 columns and indents what follows', () => {
    const text = `IOM-01-C1 (line 43): ${'use the console or the command line '.repeat(5)}`;
    expect(comment(text, 4)).toEqual([
      '    # IOM-01-C1 (line 43): use the console or the command line use the console or the command line use the',
      '    #   console or the command line use the console or the command line use the console or the command line',
    ]);
  });

  test('keeps a word that is longer than the line whole', () => {
    expect(comment(`see ${'x'.repeat(400)} there`, 2)).toEqual([
      '  # see',
      `  #   ${'x'.repeat(400)}`,
      '  #   there',
    ]);
  });

  test.each(['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\u001b[2J', '\u0000', '\u202e', '\ufeff'])(
    'does not let %j end or change the line',
    (breaker) => {
      const lines = comment(`before${breaker}status: implemented`, 4);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^ {4}# before (\[2J)?status: implemented$/);
    },
  );

  test('is one comment per line and loses no word, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom(0, 2, 4),
        (text, indent) => {
          const lines = comment(text, indent);
          for (const line of lines) expect(line).toMatch(/^ *#[^\p{Cc}\p{Zl}\p{Zp}]*$/u);
          const words = (whole: string): string => whole.replace(/[\p{C}\p{Z}\s]/gu, '');
          expect(words(lines.map((line) => line.replace(/^ *#/, '')).join(''))).toBe(words(text));
        },
      ),
    );
  });
});
