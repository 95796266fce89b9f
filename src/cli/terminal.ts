// The only file that prints. The rules:
// 1. Standard output carries what was asked for, and with --json exactly one document. Everything else goes to standard error.
// 2. Lines arrive with text from files already neutralised; colour is added here and never carries meaning of its own.
// 3. No terminal is assumed: no cursor movement, no widths, and no question but for a passphrase that can be had in no other way.
//    Colour only for a terminal, and never under NO_COLOR.
// 4. --quiet leaves errors and the exit code; --json leaves errors and the document.

import { showsColour } from '../io/environment.ts';

/** `tone` colours the words before the first colon of a problem, or the whole of a heading. */
export type Line = {
  readonly text: string;
  readonly tone?: 'error' | 'warning' | 'good' | 'heading' | 'faint';
};

/** Where lines go; `colour` is whether the reader can show it. */
export type Sinks = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly colour: { readonly out: boolean; readonly err: boolean };
};

export type Terminal = {
  /** What was asked for; silent under `--json` and `--quiet`. */
  readonly say: (lines: readonly Line[]) => void;
  /** What somebody has to act on; never silent. */
  readonly complain: (lines: readonly Line[]) => void;
  /** The one document of `--json`; silent without it, and for undefined: a command that goes on has printed its own already. */
  readonly document: (value: unknown) => void;
};

export type Manner = { readonly json: boolean; readonly quiet: boolean };

export const makeTerminal = (sinks: Sinks, { json, quiet }: Manner): Terminal => ({
  say: (lines) => {
    if (!json && !quiet) for (const line of lines) sinks.out(coloured(line, sinks.colour.out));
  },
  complain: (lines) => {
    for (const line of lines) sinks.err(coloured(line, sinks.colour.err));
  },
  document: (value) => {
    if (json && value !== undefined) sinks.out(JSON.stringify(value, null, 2));
  },
});

/** Standard output and standard error. Whoever stops reading along (`| head`) has enough: that is no error. */
export const standardSinks = (): Sinks => {
  process.stdout.once('error', lostOutput);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', heedTrouble);
  return {
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    colour: { out: showsColour(process.stdout), err: showsColour(process.stderr) },
  };
};

/** A question, on standard error, so that standard output holds what was asked for and nothing else. */
export const prompt = (text: string): void => {
  process.stderr.write(text);
};

const isClosedPipe = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

/** What was asked for did not arrive, on a full disk say; that is no finding and no failed verification, whatever the answer was. */
const heedTrouble = (error: NodeJS.ErrnoException): void => {
  if (isClosedPipe(error)) return;
  process.once('exit', () => {
    process.exitCode = 4;
  });
};

const lostOutput = (error: NodeJS.ErrnoException): void => {
  if (isClosedPipe(error)) return;
  console.error(
    `error: Cannot write what was asked for to standard output (${error.code ?? error.message}).`,
  );
  console.error('  Make room, or send it elsewhere, and run again.');
};

const COLOURS = { error: '31;1', warning: '33;1', good: '32', heading: '1', faint: '2' } as const;

const coloured = ({ text, tone }: Line, colour: boolean): string =>
  tone === undefined || !colour ? text : `\u001b[${COLOURS[tone]}m${text}\u001b[0m`;
