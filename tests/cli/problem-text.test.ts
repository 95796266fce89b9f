// How trouble reads: place, sentence, excerpt with a caret, hint; and what our own mistakes say.
import { describe, expect, test } from 'vitest';
import { exitCodeOf, worst } from '../../src/cli/exit-code.ts';
import { diagnosticLines, failureJson, failureLines } from '../../src/cli/problem-text.ts';
import { type Diagnostic, FAILURE_CODES, Failure, type FailureCode } from '../../src/problem.ts';

const diagnostic: Diagnostic = {
  code: 'word-unknown',
  severity: 'error',
  file: 'a.attestation.yaml',
  place: { line: 12, column: 15, length: 10 },
  excerpt: '      status: implementd # soon',
  sentence: '"implementd" is no status.',
  hint: 'Did you mean implemented?',
};
const texts = (one: Diagnostic): readonly string[] => diagnosticLines(one).map(({ text }) => text);

describe('a diagnostic', () => {
  test('shows the line with a caret under what is wrong', () => {
    expect(texts(diagnostic)).toEqual([
      'a.attestation.yaml:12:15: error [word-unknown] "implementd" is no status.',
      '   12 |       status: implementd # soon',
      '      |               ^^^^^^^^^^',
      '    Did you mean implemented?',
    ]);
  });

  test('of a file as a whole has no line to show', () => {
    expect(texts({ ...diagnostic, place: null, excerpt: null, hint: '' })).toEqual([
      'a.attestation.yaml: error [word-unknown] "implementd" is no status.',
    ]);
  });

  test('of a very long line shows the part around the caret', () => {
    const excerpt = `${'x'.repeat(5000)}BAD${'y'.repeat(5000)}`;
    const [, line, caret] = texts({ ...diagnostic, excerpt, place: { line: 1, column: 5001, length: 3 } });
    expect(line).toBe(`    1 | ${'x'.repeat(50)}BAD${'y'.repeat(47)}`);
    expect(caret).toBe(`      | ${' '.repeat(50)}^^^`);
  });

  test('stands under wide characters and tabs', () => {
    const [, line, caret] = texts({
      ...diagnostic,
      excerpt: '\t漢字: bad',
      place: { line: 1, column: 6, length: 3 },
    });
    expect(line).toBe('    1 |  漢字: bad');
    expect(caret).toBe('      |        ^^^');
  });

  test('lets nothing of the file reach the terminal raw', () => {
    const hostile = {
      ...diagnostic,
      file: 'a\u001b[31m',
      excerpt: 'x\u001b[2J',
      sentence: 's\u0007',
      hint: 'h\r',
    };
    expect(texts(hostile).join('')).not.toMatch(/\p{Cc}/u);
  });
});

describe('a failure', () => {
  test('says what is wrong and what to do', () => {
    const failure = new Failure('input-missing', 'There is no policy x.yaml.', 'Check the path.', {
      diagnostics: [diagnostic],
    });
    expect(
      failureLines(failure)
        .map(({ text }) => text)
        .slice(-2),
    ).toEqual(['error: There is no policy x.yaml.', '  Check the path.']);
    expect(failureJson(failure)).toEqual({
      code: 'input-missing',
      sentence: 'There is no policy x.yaml.',
      hint: 'Check the path.',
      diagnostics: [diagnostic],
    });
  });

  test('that says what its one diagnostic says is said once', () => {
    const failure = new Failure('input-invalid', diagnostic.sentence, diagnostic.hint, {
      diagnostics: [diagnostic],
    });
    expect(failureLines(failure)).toEqual(diagnosticLines(diagnostic));
  });

  test('that nobody foresaw keeps its stack and its cause, and asks to be reported', () => {
    const text = failureLines(new TypeError('no such thing', { cause: new Error('deep') }))
      .map((line) => line.text)
      .join('\n');
    expect(text).toContain('report it');
    expect(text).toContain('TypeError: no such thing');
    expect(text).toContain('problem-text.test.ts');
    expect(text).toContain('Error: deep');
  });
});

describe('exit codes', () => {
  test.each(Object.keys(FAILURE_CODES) as FailureCode[])('%s has the one its kind has', (code) => {
    const expected = { input: 2, verification: 1, bug: 3, environment: 4, interrupted: 130 }[
      FAILURE_CODES[code]
    ];
    expect(exitCodeOf(new Failure(code, '', ''))).toBe(expected);
  });

  test('anything else is a bug', () => {
    expect([exitCodeOf(new Error('x')), exitCodeOf('x'), exitCodeOf(undefined)]).toEqual([3, 3, 3]);
  });

  test('of many, the worst in the order 3, 4, 2, 1', () => {
    expect([worst([]), worst([0, 1]), worst([1, 2, 0]), worst([2, 4, 1]), worst([4, 3, 2])]).toEqual([
      0, 1, 2, 4, 3,
    ]);
  });
});
