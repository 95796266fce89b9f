// What a command line asks for; and the plain ones, which ask for help, taken apart without a parser.
import type { Args, Command } from './contract.ts';

/** `command` is null where only help or the version is asked for, or nothing at all. */
export type Invocation = { readonly command: Command | null; readonly args: Args };

const PLAIN: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '--json': 'json',
  '--quiet': 'quiet',
};

/**
 * The invocation of a line that has nothing but a command's name and options that every command takes, among them `--help`; or that has no
 * words at all. Null for any other: `parseArguments` takes it apart, and would give the same for these.
 */
export const plainInvocation = (
  words: readonly string[],
  commands: readonly Command[],
): Invocation | null => {
  const flags = words.flatMap((word) => (Object.hasOwn(PLAIN, word) ? [PLAIN[word]] : []));
  const rest = words.filter((word) => !Object.hasOwn(PLAIN, word));
  const command = commands.find(({ name }) => isSame(name.split(' '), rest)) ?? null;
  if (command === null ? rest.length > 0 : !flags.includes('help')) return null;
  return { command, args: { operands: [], text: () => null, flag: (option) => flags.includes(option) } };
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);
