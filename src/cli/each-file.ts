// One command over several files: what is wrong with one does not stop the others, and the worst exit code stands.
import { Failure } from '../problem.ts';
import type { Outcome } from './contract.ts';
import { exitCodeOf, worst } from './exit-code.ts';
import { failedLines, failureJson } from './problem-text.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** The document has one entry per file: what `work` gave, or the failure. */
export const eachFile = async (
  files: readonly string[],
  world: World,
  terminal: Terminal,
  work: (file: string) => Promise<Outcome>,
): Promise<Outcome> => {
  const outcomes: Outcome[] = [];
  for (const file of files) {
    if (outcomes.length > 0) terminal.say([{ text: '' }]);
    world.goOn();
    outcomes.push(await attempt(file, files.length === 1, terminal, work));
  }
  return {
    code: worst(outcomes.map(({ code }) => code)),
    document: outcomes.map(({ document }) => document),
  };
};

const attempt = async (
  file: string,
  alone: boolean,
  terminal: Terminal,
  work: (file: string) => Promise<Outcome>,
): Promise<Outcome> => {
  try {
    return await work(file);
  } catch (error) {
    // An interruption is meant for all of them.
    if (error instanceof Failure && error.code === 'interrupted') throw error;
    terminal.complain(failedLines(file, error, alone));
    return { code: exitCodeOf(error), document: { attestation: file, failure: failureJson(error) } };
  }
};
