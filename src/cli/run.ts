// One run of the program: words in, lines out through the sinks, an exit code back. Nothing here knows a process.
import { COMMANDS } from './commands/index.ts';
import type { Args, Command } from './contract.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { helpOn, tour } from './help.ts';
import { type Invocation, plainInvocation } from './invocation.ts';
import { failureJson, failureLines } from './problem-text.ts';
import { makeTerminal, type Sinks, type Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** Never throws: what goes wrong is printed and becomes the exit code. */
export const run = async (
  words: readonly string[],
  makeWorld: () => Promise<World>,
  sinks: Sinks,
): Promise<ExitCode> => {
  const flag = (name: string): boolean => words.includes(`--${name}`);
  // Known before the words are taken apart, so that a mistake in them is told in the manner asked for.
  const terminal = makeTerminal(sinks, { json: flag('json'), quiet: flag('quiet') });
  try {
    const { command, args } = await invocationOf(words);
    return await perform(command, args, makeWorld, terminal);
  } catch (error) {
    terminal.complain(failureLines(error));
    terminal.document({ failure: failureJson(error) });
    return exitCodeOf(error);
  }
};

/** Help is read while somebody waits for it: nothing is loaded that it does without. */
const invocationOf = async (words: readonly string[]): Promise<Invocation> =>
  plainInvocation(words, COMMANDS) ?? (await import('./args.ts')).parseArguments(words, COMMANDS);

const perform = async (
  command: Command | null,
  args: Args,
  makeWorld: () => Promise<World>,
  terminal: Terminal,
): Promise<ExitCode> => {
  if (args.flag('version')) {
    const { tool } = await makeWorld();
    terminal.say([{ text: `${tool.name} ${tool.version}` }]);
    terminal.document(tool);
    return 0;
  }
  if (command === null || args.flag('help')) {
    terminal.say(command === null ? tour(COMMANDS) : helpOn(command));
    terminal.document(command === null ? COMMANDS.map(described) : described(command));
    // Nothing asked for is no success: a job that lost its words must not look as if it had worked.
    return command === null && !args.flag('help') ? 2 : 0;
  }
  const { code, document } = await command.run(args, await makeWorld(), terminal);
  terminal.document(document);
  return code;
};

const described = ({ run: _run, ...command }: Command): unknown => ({
  ...command,
  atMost: Number.isFinite(command.atMost) ? command.atMost : null,
});
