// Every way in which a YAML file can be wrong gets one diagnostic with its code and place, and all of them come at once.
import { describe, expect, it } from 'vitest';
import { readAssurance, readAttestation } from '../../src/read/index.ts';
import { fileOf, told } from './support.ts';

const HEAD = [
  'format: countersign/attestation@1',
  'team: { id: keepers, name: Lamp Keepers }',
  'system: { id: tower, name: North tower, instances: { north: { name: n } } }',
  'models: [{ id: lantern, revision: "2026-03-31" }]',
  'people: { lead: { name: A, role: B } }',
  'period: 2026-Q3',
  '',
].join('\n');

const read = (tail: string) => readAttestation(fileOf(`${HEAD}${tail}`)).diagnostics;

describe('one diagnostic for each thing that is wrong', () => {
  it.each<[name: string, tail: string, told: string[]]>([
    ['nothing', 'duties: {}', []],
    ['unknown key', 'dutys: {}', ['key-unknown 7:1']],
    ['unknown key with nothing behind it', 'dutys:', ['key-unknown 7:1']],
    ['known key with nothing behind it', 'duties:', []],
    ['duplicate key', 'duties: {}\nevidence: {}\nduties: {}', ['key-duplicate 9:1']],
    [
      'missing key',
      'waivers:\n  WV-01: { reason: a, risk: b, accepted-by: lead, accepted: 2026-01-01 }',
      ['key-missing 8:3'],
    ],
    ['wrong word', 'duties: { lantern: { A-01-C1: { status: implmented } } }', ['word-unknown 7:41']],
    ['impossible date', 'as-of: 2026-02-30', ['date-invalid 7:8']],
    ['a date of another kind', 'as-of: 30.2.2026', ['date-invalid 7:8']],
    [
      'reversed interval',
      'evidence: { EV-01: { type: record, title: a, location: b, covers: 2026-02-02/2026-02-01 } }',
      ['interval-reversed 7:67'],
    ],
    ['invalid value', 'duties: { lantern: { A-01-C1: { frequency: 3 weeks } } }', ['value-invalid 7:44']],
    ['invalid id as a key', 'duties: { lantern: { A-1: {} } }', ['key-unknown 7:22']],
    ['a list instead of a mapping', 'waivers: [a]', ['value-invalid 7:10']],
    ['tab indentation', 'duties:\n\tlantern: {}', ['yaml-tab 8:1']],
    [
      'alias and anchor',
      'assertion: &a { limitations: [] }\nduties: *a',
      ['yaml-alias 7:15', 'yaml-alias 8:9'],
    ],
    ['tag', 'as-of: !!timestamp 2026-10-09', ['yaml-tag 7:20']],
    ['an unclosed bracket', 'duties: { lantern: { }', ['yaml-syntax 7:23']],
    ['an unclosed quote', 'previous: "a', ['yaml-syntax 7:13']],
    ['uneven indentation', 'duties:\n    lantern: {}\n  other: {}', ['yaml-syntax 9:1']],
    ['a second document', '---\na: b', ['yaml-syntax 7:1']],
    ['an empty list item', 'approvals:\n  -\n', ['value-invalid 8:4']],
    ['a comment that swallows text', 'previous: see #12', ['yaml-comment-swallows-text 7:15']],
    ['a comment that swallows all text', 'previous: #12', ['yaml-comment-swallows-text 7:11']],
    ['a comment with a space', 'previous: see # 12', []],
    ['a comment behind quotes', 'previous: "see" #12', []],
    ['a number sign inside a word', 'previous: see#12', []],
    ['a reserved key', 'people: { __proto__: { name: a, role: b } }', ['key-duplicate 7:1']],
    [
      'a reserved key further down',
      'inherits: { constructor: a, __proto__: b }',
      ['key-unknown 7:13', 'key-unknown 7:29'],
    ],
    ['a control character', 'previous: "a\\u0000b"', ['value-invalid 7:11']],
    ['half a character', 'previous: "\\ud800"', ['value-invalid 7:11']],
    ['a merge key', 'evidence: { <<: {} }', ['key-unknown 7:13']],
  ])('%s', (_, tail, expected) => {
    expect(told(read(tail))).toEqual(expected);
  });

  it('tells all of a file in the order of its lines', () => {
    const tail = 'dutys: {}\nas-of: 2026-02-30\nperiod: 2026-Q4\nprevious: see #12\nwaivers: []';
    expect(told(read(tail))).toEqual([
      'key-unknown 7:1',
      'date-invalid 8:8',
      'key-duplicate 9:1',
      'yaml-comment-swallows-text 10:15',
      'value-invalid 11:10',
    ]);
  });
});

describe('what a diagnostic says', () => {
  it('names the key path, shows the line, and tells what to do', () => {
    const [one] = read('duties: { lantern: { A-01-C1: { status: implmented } } }');
    expect(one).toEqual({
      code: 'word-unknown',
      severity: 'error',
      file: 'a.yaml',
      place: { line: 7, column: 41, length: 10 },
      excerpt: 'duties: { lantern: { A-01-C1: { status: implmented } } }',
      sentence: '`duties.lantern.A-01-C1.status` is `implmented`, which is not a word it can have.',
      hint: 'Did you mean `implemented`? Allowed: implemented, partial, planned, alternative, not-implemented, not-applicable.',
    });
  });

  it('guesses the key that was meant, at any depth', () => {
    expect(read('dutys: {}')[0]?.hint).toMatch(/^Did you mean `duties`\? Known keys: format, team/);
    const tests =
      'duties: { lantern: { A-01-C1: { tests: [{ by: lead, on: 2026-01-01, of: a, methd: examine }] } } }';
    expect(read(tests)[0]?.hint).toMatch(/^Did you mean `method`\?/);
  });

  it('does not call a misspelt key missing as well', () => {
    expect(told(readAttestation(fileOf(HEAD.replace('period:', 'perod:'))).diagnostics)).toEqual([
      'key-unknown 6:1',
    ]);
  });

  it('says where the first of two keys stands', () => {
    expect(read('duties: {}\nduties: {}')[0]?.sentence).toBe(
      'The key `duties` stands here a second time; the first is on line 7.',
    );
  });
});

describe('files that are no YAML of ours', () => {
  it.each([
    ['empty', new Uint8Array(), 'file-empty'],
    ['white space only', new TextEncoder().encode(' \n\n'), 'file-empty'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x66, 0x00]), 'file-not-utf8'],
    ['Latin-1', new Uint8Array([0x66, 0xfc, 0x72]), 'file-not-utf8'],
    ['50 MB', new Uint8Array(50_000_000).fill(0x61), 'file-too-large'],
  ])('%s', (_, bytes, code) => {
    expect(told(readAttestation({ name: 'a.yaml', bytes }).diagnostics)).toEqual([code]);
  });

  it('names the byte that is not UTF-8', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x66, 0xfc, 0x72]);
    expect(readAttestation({ name: 'a.yaml', bytes }).diagnostics[0]?.sentence).toContain('byte 5');
  });

  it.each([
    ['another format', 'format: countersign/policy@1\nid: x', ['format-unknown 1:9']],
    ['no format', 'id: x', ['format-unknown 1:1']],
    ['a text', 'hello', ['format-unknown 1:1']],
    ['a comment only', '# nothing', ['format-unknown']],
  ])('%s', (_, text, expected) => {
    expect(told(readAttestation(fileOf(text)).diagnostics)).toEqual(expected);
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['hyphens', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['indentation', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a little too deep', `format: countersign/attestation@1\na: ${'['.repeat(60)}${']'.repeat(60)}`],
  ])('nesting by %s is refused in one diagnostic', (_, text) => {
    const { diagnostics } = readAttestation(fileOf(text));
    expect(diagnostics.filter(({ code }) => code === 'yaml-syntax')).toHaveLength(1);
  });
});

it('stops at open brackets before the parser does', () => {
  expect(told(readAttestation(fileOf('['.repeat(2000))).diagnostics)).toEqual(['yaml-syntax 1:401']);
});

it('reads a byte-order mark, CRLF and CR line ends as it reads LF', () => {
  const plain = `${HEAD}as-of: 2026-02-30\n`;
  for (const text of [`\ufeff${plain}`, plain.replaceAll('\n', '\r\n'), plain.replaceAll('\n', '\r')]) {
    const { diagnostics } = readAttestation(fileOf(text));
    expect(told(diagnostics)).toEqual(['date-invalid 7:8']);
    expect(diagnostics[0]?.excerpt).toBe('as-of: 2026-02-30');
  }
});

it('keeps every scalar as the text it is', () => {
  const { value } = readAttestation(
    fileOf(`${HEAD}assertion: { limitations: [no, 0x1F, 2026-01-01, 1e3, "null", "~"] }`),
  );
  expect(value?.assertion.limitations).toEqual(['no', '0x1F', '2026-01-01', '1e3', 'null', '~']);
});

it.each([
  ['a tilde', '~', 'value-invalid'],
  ['null', 'null', 'value-invalid'],
  ['a mark that turns the direction', 'paid \u202etnemyap', 'value-invalid'],
  ['a comment behind several words', 'we did it # and also that', 'yaml-comment-swallows-text'],
  ['a number sign behind a word', 'see #12', 'yaml-comment-swallows-text'],
])('refuses %s where a text belongs', (_, text, code) => {
  const { diagnostics } = readAttestation(fileOf(`${HEAD}assertion:\n  subsequent-events: ${text}\n`));
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

it.each([
  ['a comment behind one word', 'None # so far', 'None'],
  ['quotes around all of it', '"see #12 # now"', 'see #12 # now'],
  ['a number sign without a space before it', 'see ticket#12', 'see ticket#12'],
])('reads %s', (_, text, read) => {
  const { value } = readAttestation(fileOf(`${HEAD}assertion:\n  subsequent-events: ${text}\n`));
  expect(value?.assertion['subsequent-events']).toBe(read);
});

it('reads a file that begins with two byte-order marks, at the right places', () => {
  const { diagnostics } = readAttestation(fileOf('\ufeff\ufeffformat: countersign/policy@1\n'));
  expect(told(diagnostics)).toEqual(['format-unknown 1:9']);
});

it('reads 2,000 unknown ids in one go', () => {
  const bridges = Array.from(
    { length: 2000 },
    (_, index) =>
      `  AS-${index + 100}: { extends: AS-99, covers: 2026-01-01/2026-01-02, issued: 2026-01-01, signed-by: a }`,
  );
  const text = `format: countersign/assurance@1\nid: a\nprovider: { id: p, name: P }\nreports: {}\nbridges:\n${bridges.join('\n')}\n`;
  expect(readAssurance(fileOf(text)).diagnostics).toHaveLength(2000);
});
