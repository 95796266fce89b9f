// The command line taken apart, and every way of getting it wrong.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/args.ts';
import { COMMANDS as REAL_COMMANDS } from '../../src/cli/commands/index.ts';
import type { Command, Option } from '../../src/cli/contract.ts';
import { type Invocation, optionsOf, plainInvocation } from '../../src/cli/invocation.ts';
import { AS_OF, EVERYWHERE } from '../../src/cli/options.ts';
import { Failure } from '../../src/problem.ts';

const command = (name: string, atLeast: number, atMost: number): Command => ({
  name,
  operands: 'FILE…',
  atLeast,
  atMost,
  says: '',
  more: [],
  options: [
    AS_OF,
    { kind: 'text', name: 'out', short: 'o', takes: 'FILE', says: '' },
    { kind: 'flag', name: 'zip', says: '' },
  ],
  example: '',
  run: async () => ({ code: 0, document: null }),
});
const COMMANDS = [
  command('check', 1, Number.POSITIVE_INFINITY),
  command('model show', 1, 1),
  command('model import', 1, 1),
];
const parse = (...words: string[]): Promise<Invocation> => parseArguments(words, COMMANDS);
const mistake = async (...words: string[]): Promise<string> =>
  parse(...words).then(
    () => expect.unreachable(),
    (error) =>
      error instanceof Failure && error.code === 'usage'
        ? `${error.message} ${error.hint}`
        : Promise.reject(error),
  );

describe('understood', () => {
  test.each([
    [['check', 'a', 'b', '--as-of', '2026-10-09']],
    [['--as-of=2026-10-09', 'check', 'a', 'b']],
    [['check', 'a', '--as-of', '2026-10-09', '--', 'b']],
  ])('%j', async (words) => {
    const { command: found, args } = await parse(...words);
    expect([found?.name, args.operands, args.text('as-of'), args.flag('zip')]).toEqual([
      'check',
      ['a', 'b'],
      '2026-10-09',
      false,
    ]);
  });

  test('flags do not swallow the word after them, and numbers stay text', async () => {
    const { args } = await parse('check', '--zip', '007', '-o', '1e3');
    expect([args.flag('zip'), args.operands, args.text('out')]).toEqual([true, ['007'], '1e3']);
  });

  test('commands of two words', async () => {
    const { command: found, args } = await parse('model', 'show', 'x');
    expect([found?.name, args.operands]).toEqual(['model show', ['x']]);
  });

  test('help needs no operands, and nothing at all is no mistake of spelling', async () => {
    expect((await parse('check', '--help')).args.flag('help')).toBe(true);
    expect((await parse('check', '-h')).args.flag('help')).toBe(true);
    expect((await parse()).command).toBeNull();
  });
});

describe('refused', () => {
  test.each([
    [['chek', 'a'], 'There is no command chek. Did you mean check?'],
    [['model'], 'model is not a whole command. There is model show, model import.'],
    [
      ['check', 'a', '--as-off', 'x'],
      'There is no option --as-off here. Did you mean --as-of? See countersign check --help.',
    ],
    [['check', 'a', '-x'], 'There is no option -x here. See countersign check --help.'],
    [['check'], 'check needs FILE…. See countersign check --help.'],
    [
      ['model', 'show', 'a', 'b'],
      'model show takes FILE… and nothing more. See countersign model show --help.',
    ],
    [['check', 'a', '--as-of'], '--as-of needs a value. Write --as-of DAY.'],
    [['check', 'a', '--as-of', '1', '--as-of', '2'], '--as-of is given more than once. Give it once.'],
    [['check', 'a', '--no-zip'], 'There is no option --no-zip here. See countersign check --help.'],
    [
      ['check', 'a', '--__proto__', 'x'],
      'There is no option --___proto___ here. See countersign check --help.',
    ],
  ])('%j', async (words, sentence) => {
    expect(await mistake(...words)).toBe(sentence);
  });
});

/** All that a line says, by the options of real commands and those above. */
const told = ({ command: found, args }: Invocation): unknown => [
  found?.name ?? null,
  args.operands,
  OPTIONS.map(({ name }) => [name, args.text(name), args.flag(name)]),
];
const OPTIONS = optionsOf([...COMMANDS, ...REAL_COMMANDS]);

const spellings = (options: readonly Option[]): readonly string[] =>
  options.flatMap((option) => [
    `--${option.name}`,
    ...(option.kind === 'text' ? [`--${option.name}=x`, ...(option.short ? [`-${option.short}`] : [])] : []),
  ]);

const WORDS = [
  ...[
    'a',
    'b.yaml',
    '7',
    'a b',
    'ü',
    '1e3',
    'x=y',
    '-',
    '--',
    '-x',
    '--nothing',
    "'a'",
    'true',
    'false',
    '--no-json',
  ],
];

describe('a plain line, taken apart without the parser', () => {
  const lines = [
    [],
    ...['--help', '-h', '--version', '--json', '--quiet'].map((word) => [word]),
    ['--help', '--help', '--json'],
    ['check', '--help'],
    ['--quiet', 'check', '-h'],
    ['model', '--json', 'show', '--help'],
    ['check', '--help', '--version'],
    ['check', 'a', 'b', '--zip', '--as-of', '2026-10-09'],
    ['--as-of=2026-10-09', 'check', 'a=b', '-o', '1e3'],
    ['model', '-o', 'x y', 'import', '007'],
    ['check', '--help', '--zip'],
  ];

  test.each(lines.map((words) => [words]))('%j is what the parser makes of it', async (words) => {
    const plain = plainInvocation(words, COMMANDS);
    expect(plain && told(plain)).toEqual(told(await parse(...words)));
  });

  test.each([
    [['check']],
    [['model', '--help']],
    [['model show', '--help']],
    [['model', 'show', 'a', 'b']],
    [['', '--help']],
    [['check', '']],
    [['--help=yes']],
    [['check', '--', '--help']],
    [['toString', '--help']],
    [['check', 'a', '--toString']],
    [['check', 'a', '--as-of']],
    [['check', 'a', '--as-of', '-o']],
    [['check', 'a', '--as-of=']],
    [['check', 'a', '--as-of', '1', '--as-of', '1']],
    [['check', '"a"']],
    [['check', 'a', '-ox']],
    [['check', 'a', '--zip=no']],
    [['check', 'a', '--no-zip']],
    [['--zip']],
  ])('%j is left to the parser', (words) => {
    expect(plainInvocation(words, COMMANDS)).toBeNull();
  });

  test.each([
    ['commands of a test', COMMANDS],
    ['the real commands', REAL_COMMANDS],
  ])('whatever it takes apart, it takes apart as the parser does: %s', async (_, commands) => {
    const line = fc.constantFrom(...commands).chain(({ name, options }) => {
      const word = fc.constantFrom(...spellings([...options, ...EVERYWHERE]), ...WORDS, ...WORDS);
      return fc.tuple(
        fc.array(word, { maxLength: 1 }),
        fc.constant(name.split(' ')),
        fc.array(word, { maxLength: 5 }),
      );
    });
    let plainOnes = 0;
    await fc.assert(
      fc.asyncProperty(line, async ([before, name, after]) => {
        const words = [...before, ...name, ...after];
        const plain = plainInvocation(words, commands);
        if (plain === null) return;
        plainOnes += 1;
        expect(told(plain)).toEqual(told(await parseArguments(words, commands)));
      }),
      { numRuns: 1000 },
    );
    expect(plainOnes).toBeGreaterThan(50);
  });
});
