// What a command line asks for; and the plain ones, which hold no mistake, taken apart without a parser: loading it takes as long as many a command.
import type { Args, Command, Option } from './contract.ts';
import { EVERYWHERE } from './options.ts';

/** `command` is null where only help or the version is asked for, or nothing at all. */
export type Invocation = { readonly command: Command | null; readonly args: Args };

/** The options of all commands, each name once. */
export const optionsOf = (commands: readonly Command[]): readonly Option[] => [
  ...new Map(
    [...EVERYWHERE, ...commands.flatMap(({ options }) => options)].map((option) => [option.name, option]),
  ).values(),
];

/** Options by name as given: a text, or true for a flag. */
export type Values = ReadonlyMap<string, string | true>;

/** What stands on a line. */
export type Split = { readonly operands: readonly string[]; readonly values: Values };

export const argsOf = (operands: readonly string[], values: Values): Args => ({
  operands,
  text: (option) => {
    const value = values.get(option);
    return typeof value === 'string' ? value : null;
  },
  flag: (option) => values.get(option) === true,
});

export const commandOf = (operands: readonly string[], commands: readonly Command[]): Command | null =>
  commands.find(({ name }) => name.split(' ').every((word, index) => operands[index] === word)) ?? null;

/**
 * The invocation of a line of operands, flags, and options that are followed by their value or joined to it by `=`. Null for any other and
 * for one with a mistake: `parseArguments` takes it apart or says what is wrong, and would give the same for these.
 */
export const plainInvocation = (
  words: readonly string[],
  commands: readonly Command[],
): Invocation | null => {
  const split = plainSplit(words, optionsOf(commands));
  if (split === null) return null;
  const { operands, values } = split;
  const command = commandOf(operands, commands);
  const own = [...EVERYWHERE, ...(command?.options ?? [])].map(({ name }) => name);
  if (![...values.keys()].every((name) => own.includes(name))) return null;
  if (command === null) return operands.length > 0 ? null : { command, args: argsOf([], values) };
  const rest = operands.slice(command.name.split(' ').length);
  const fits = rest.length >= command.atLeast && rest.length <= command.atMost;
  return fits || values.has('help') || values.has('version') ? { command, args: argsOf(rest, values) } : null;
};

const plainSplit = (words: readonly string[], options: readonly Option[]): Split | null => {
  const operands: string[] = [];
  const values = new Map<string, string | true>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (isValue(word)) operands.push(word);
    else {
      const given = optionAt(words, index, options);
      if (given === null || (values.has(given.name) && given.value !== true)) return null;
      values.set(given.name, given.value);
      index += given.words - 1;
    }
  }
  return { operands, values };
};

/** The parser makes something else of words that are empty, begin with `-`, stand in quotation marks, or may be meant for the flag before. */
const isValue = (word: string): boolean => /^(?!(?:true|false)$)[^-'"]/.test(word);

type Given = { readonly name: string; readonly value: string | true; readonly words: 1 | 2 };

const optionAt = (words: readonly string[], index: number, options: readonly Option[]): Given | null => {
  const [, long, joined] = /^--([a-z-]+)(?:=(.*))?$/s.exec(words[index] ?? '') ?? [];
  const short = /^-([a-z])$/.exec(words[index] ?? '')?.[1];
  const option = short === undefined ? called(long, options) : abbreviated(short, options);
  if (option === undefined) return null;
  if (option.kind === 'flag')
    return joined === undefined ? { name: option.name, value: true, words: 1 } : null;
  const value = joined ?? words[index + 1] ?? '';
  return isValue(value) ? { name: option.name, value, words: joined === undefined ? 2 : 1 } : null;
};

const called = (name: string | undefined, options: readonly Option[]): Option | undefined =>
  options.find((option) => option.name === name);

const abbreviated = (letter: string, options: readonly Option[]): Option | undefined =>
  letter === 'h'
    ? called('help', options)
    : options.find((option) => option.kind === 'text' && option.short === letter);
