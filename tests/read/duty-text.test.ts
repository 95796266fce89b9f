// The normalised text behind digests: each step of docs/model.md, and digests that another program computed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/model/names.ts';
import { dutyTextDigest, keysIn, normalised, readable } from '../../src/read/duty-text.ts';
import { plainText } from '../../src/read/page/markup.ts';
import { fixture, namesFrom } from './support.ts';

const shown = (raw: string, names: Names): string => readable(plainText(raw), names);
const named = (raw: string): readonly string[] => keysIn(plainText(raw));

describe('the normalised text', () => {
  it.each([
    ['white space', '  Fill \t the   lamps \n with oil ', 'Fill the lamps with oil'],
    ['line marks of cells', 'Fill the lamps \\n with oil', 'Fill the lamps with oil'],
    ['but no backslash inside a word', 'Open C:\\new now', 'Open C:\\new now'],
    ['a leading bullet', '- Fill the lamps', 'Fill the lamps'],
    ['full stops at the end', 'Fill the lamps...', 'Fill the lamps'],
    ['links', 'See [the guide](/docs/a(b)c?x=1) now', 'See the guide now'],
    [
      'links in HTML',
      'See <a href="/docs/a" target="_blank">the guide <img src="x.svg" alt="x"></a> now',
      'See the guide now',
    ],
    ['reference links', 'See [the guide][g1] now', 'See the guide now'],
    ['attribute lists', 'See [the guide](/x){: external} now', 'See the guide now'],
    ['emphasis and code', '**Fill** *the* _lamps_ with `oil`', 'Fill the lamps with oil'],
    ['emphasis in HTML', '<strong>Fill</strong> <code>lamps</code>', 'Fill lamps'],
    ['a placeholder in angle brackets is text', 'Set <region> to one', 'Set <region> to one'],
    ['underscores inside words', 'Set OIL_LOG_DIR to _one_', 'Set OIL_LOG_DIR to one'],
    ['a star that is no emphasis', 'Use 2 * 3 lamps', 'Use 2 * 3 lamps'],
    ['entities', 'Oil &amp; wick &#8212; daily', 'Oil & wick - daily'],
    ['quotes and dashes', '\u201cOil\u201d \u2013 it\u2019s fuel', '"Oil" - it\'s fuel'],
    ['trade mark signs', 'Nimbus\u00ae Lantern&trade;', 'Nimbus Lantern'],
    ['white space before punctuation', 'Fill <code>lamps</code> , then wait', 'Fill lamps, then wait'],
    ['keys are kept', 'Fill {{site.data.keyword.lantern_short}} lamps', 'Fill {{lantern_short}} lamps'],
    ['keys inside emphasis', '_Fill {{site.data.keyword.a_b}} now_', 'Fill {{a_b}} now'],
    ['keys with one brace', 'Fill {site.data.keyword.a_b} now', 'Fill {{a_b}} now'],
    ['case stays', 'IAM and iam', 'IAM and iam'],
  ])('%s', (_, raw, expected) => {
    expect(normalised(raw)).toBe(expected);
  });

  it('composes letters, so that two encodings of one letter are one', () => {
    expect(normalised('Cafe\u0301')).toBe(normalised('Caf\u00e9'));
  });
});

describe('the digest', () => {
  // Computed with: printf '%s' 'TEXT' | sha256sum
  it('is SHA-256 over the normalised text', () => {
    const raw =
      '- Send {{site.data.keyword.harbour_short}} a \u201cclear\u201d signal&mdash;see [the *guide*](/docs/x){: external}.';
    expect(dutyTextDigest(raw)).toBe(
      'sha256:0420edee9dbc2ff2208e1ddb0c69adfce7daec16ba7914704c35c482c7a5a234',
    );
    expect(dutyTextDigest('Fill the lamps with oil.')).toBe(
      'sha256:8730bd3b1a0ace46eb9dc5277fdec3690a1ade8966a56c22bcfffd9975deadaa',
    );
  });

  it('differs when a word, a key or the case differs', () => {
    const texts = ['Fill {{a.b.c}} lamps', 'Fill {{a.b.d}} lamps', 'Fill lamps', 'fill lamps', 'Fill lamp'];
    expect(new Set(texts.map(dutyTextDigest)).size).toBe(texts.length);
  });

  it('is blind to how white space and markup wrap plain words', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 8 });
    const wraps = fc.constantFrom<(text: string) => string>(
      (text) => `**${text}**`,
      (text) => `[${text}](/docs/x)`,
      (text) => `<code>${text}</code>`,
      (text) => `\`${text}\``,
      (text) => `  ${text}\\n `,
      (text) => `${text}.`,
    );
    fc.assert(
      fc.property(words, wraps, (parts, wrap) => {
        expect(dutyTextDigest(wrap(parts.join('  ')))).toBe(dutyTextDigest(parts.join(' ')));
      }),
    );
  });
});

describe('the readable text', () => {
  const names = namesFrom(fixture('lantern.names.yaml'));

  it('has names in place of keys, and a key that has none as it is', () => {
    expect(shown('Fill {{site.data.keyword.lantern_short}} at {{site.data.keyword.odd_one}}', names)).toBe(
      'Fill Lantern at odd_one',
    );
  });

  it('does not take a key for a member that every object has', () => {
    expect(shown('{{site.data.keyword.constructor}}', names)).toBe('constructor');
  });

  it('tells the keys in their order', () => {
    expect(named('{{site.data.keyword.b}} and {{ site.data.keyword.a }} and {{site.data.reuse.x}}')).toEqual([
      'b',
      'a',
      'site.data.reuse.x',
    ]);
  });
});

it('marks that turn the reading direction go, for the reader as for the digest', () => {
  expect(plainText('pay \u202etnem\u202c \u2066now\u2069')).toBe('pay tnem now');
});
