// The command line taken apart: which command, its operands and its options. Every mistake is a `usage` failure that says what to type.
import yargs from 'yargs';
import { nearest } from '../index.ts';
import { Failure } from '../problem.ts';
import type { Command, Option } from './contract.ts';
import { argsOf, commandOf, type Invocation, optionsOf, type Split } from './invocation.ts';
import { EVERYWHERE } from './options.ts';

export const parseArguments = async (
  words: readonly string[],
  commands: readonly Command[],
): Promise<Invocation> => {
  const options = optionsOf(commands);
  const parsed = await split(words, options);
  const given = [...parsed.values.keys()];
  const command = commandOf(parsed.operands, commands);
  if (command === null) {
    refuseUnknown(given, options, 'countersign --help');
    const lone = parsed.operands[0];
    if (lone !== undefined && !parsed.values.has('help')) throw unknownCommand(parsed.operands, commands);
    return { command: null, args: argsOf([], parsed.values) };
  }
  refuseUnknown(given, [...command.options, ...EVERYWHERE], `countersign ${command.name} --help`);
  const operands = parsed.operands.slice(command.name.split(' ').length);
  const args = argsOf(operands, parsed.values);
  if (!args.flag('help') && !args.flag('version')) checkOperands(command, operands);
  return { command, args };
};

/** Options by name as given. yargs fixes types and quoting; names, counts and values are checked here, in our words. */
const split = async (words: readonly string[], options: readonly Option[]): Promise<Split> => {
  const texts = options.filter((option) => option.kind === 'text');
  refuseValues(words, options);
  const parsed = await yargs()
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-positional-numbers': false,
      'strip-aliased': true,
    })
    .detectLocale(false)
    .help(false)
    .version(false)
    .exitProcess(false)
    .boolean(options.filter(({ kind }) => kind === 'flag').map(({ name }) => name))
    .string(texts.map(({ name }) => name))
    .alias({
      ...Object.fromEntries(texts.flatMap(({ name, short }) => (short === undefined ? [] : [[name, short]]))),
      help: 'h',
    })
    .parse([...words]);
  const entries: readonly (readonly [string, unknown])[] = Object.entries(parsed);
  const given = entries.filter(
    ([name, value]) => name !== '_' && name !== '$0' && value !== undefined && value !== false,
  );
  return {
    operands: parsed._.map(String),
    values: new Map(given.map(([name, value]) => [name, valueGiven(name, value, options)])),
  };
};

/** yargs takes `--json=yes` for no; who writes it means something, and is told. */
const refuseValues = (words: readonly string[], options: readonly Option[]): void => {
  const end = words.indexOf('--');
  for (const word of end < 0 ? words : words.slice(0, end)) {
    const name = /^--([^=]+)=/.exec(word)?.[1];
    if (options.some((option) => option.kind === 'flag' && option.name === name))
      throw new Failure('usage', `--${name} takes no value.`, `Write --${name}, or leave it out.`);
  }
};

const valueGiven = (name: string, value: unknown, options: readonly Option[]): string | true => {
  const option = options.find((one) => one.name === name);
  if (option?.kind !== 'text') return true;
  if (Array.isArray(value)) throw new Failure('usage', `--${name} is given more than once.`, 'Give it once.');
  if (typeof value !== 'string' || value === '')
    throw new Failure('usage', `--${name} needs a value.`, `Write --${name} ${option.takes}.`);
  return value;
};

const refuseUnknown = (given: readonly string[], options: readonly Option[], help: string): void => {
  for (const name of given) {
    if (options.some((option) => option.name === name)) continue;
    const near = nearest(
      name,
      options.map((option) => option.name),
    );
    throw new Failure(
      'usage',
      `There is no option ${name.length === 1 ? '-' : '--'}${name} here.`,
      near === null ? `See ${help}.` : `Did you mean --${near}? See ${help}.`,
    );
  }
};

const unknownCommand = (operands: readonly string[], commands: readonly Command[]): Failure => {
  const names = commands.map(({ name }) => name);
  const first = operands[0] ?? '';
  const family = names.filter((name) => name.startsWith(`${first} `));
  if (family.length > 0)
    return new Failure('usage', `${first} is not a whole command.`, `There is ${family.join(', ')}.`);
  const near = nearest(first, names);
  return new Failure(
    'usage',
    `There is no command ${first}.`,
    near === null ? `There is ${names.join(', ')}.` : `Did you mean ${near}?`,
  );
};

const checkOperands = ({ name, operands, atLeast, atMost }: Command, given: readonly string[]): void => {
  if (given.length >= atLeast && given.length <= atMost) return;
  throw new Failure(
    'usage',
    given.length < atLeast ? `${name} needs ${operands}.` : `${name} takes ${operands} and nothing more.`,
    `See countersign ${name} --help.`,
  );
};
