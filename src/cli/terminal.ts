// The only file that prints. The rules:
// 1. Standard output carries what was asked for, and with --json exactly one document. Everything else goes to standard error.
// 2. Lines arrive with text from files already neutralised; colour is added here and never carries meaning of its own.
// 3. No terminal is assumed: no widths, and no question but for a passphrase that can be had in no other way. Colour only for a
//    terminal, and never under NO_COLOR. The cursor moves in one case only: a bar on standard error that is painted over, where
//    standard error is a terminal; it is gone before anything else is printed, and at the end.
// 4. --quiet leaves errors and the exit code; --json leaves errors and the document. Progress is shown when it is asked for.

import { paintsOver, showsColour } from '../io/environment.ts';

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
  /** Paints a line over the one before, the empty line at the end; not there where nothing can be painted over. */
  readonly bar?: (line: string) => void;
};

export type Terminal = {
  /** What was asked for; silent under `--json` and `--quiet`. */
  readonly say: (lines: readonly Line[]) => void;
  /** What somebody has to act on; never silent. */
  readonly complain: (lines: readonly Line[]) => void;
  /** The one document of `--json`; silent without it, and for undefined: a command that goes on has printed its own already. */
  readonly document: (value: unknown) => void;
  /** A line about the run itself, on standard error; whoever calls it was asked to. */
  readonly progress: (line: string) => void;
  /** The same in one place, until it is set to the empty line; null where nothing can be painted over. */
  readonly bar: ((line: string) => void) | null;
};

export type Manner = { readonly json: boolean; readonly quiet: boolean };

export const makeTerminal = (sinks: Sinks, { json, quiet }: Manner): Terminal => {
  const bar = barOf(sinks);
  return {
    say: (lines) => {
      if (!json && !quiet)
        bar.aside(() => {
          for (const line of lines) sinks.out(coloured(line, sinks.colour.out));
        });
    },
    complain: (lines) =>
      bar.aside(() => {
        for (const line of lines) sinks.err(coloured(line, sinks.colour.err));
      }),
    document: (value) => {
      if (json && value !== undefined) bar.aside(() => sinks.out(JSON.stringify(value, null, 2)));
    },
    progress: (line) => bar.aside(() => sinks.err(line)),
    bar: bar.paint,
  };
};

/** `aside` prints with the bar out of the way. */
const barOf = ({
  bar,
}: Sinks): { readonly paint: Terminal['bar']; readonly aside: (print: () => void) => void } => {
  if (bar === undefined) return { paint: null, aside: (print) => print() };
  const shown = { line: '' };
  return {
    paint: (line) => {
      if (line !== shown.line) bar(line);
      shown.line = line;
    },
    aside: (print) => {
      if (shown.line !== '') bar('');
      print();
      if (shown.line !== '') bar(shown.line);
    },
  };
};

/** Standard output and standard error. Whoever stops reading along (`| head`) has enough: that is no error. */
export const standardSinks = (): Sinks => {
  process.stdout.once('error', lostOutput);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', heedTrouble);
  return {
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    colour: { out: showsColour(process.stdout), err: showsColour(process.stderr) },
    ...(paintsOver(process.stderr) ? { bar: paintBar } : {}),
  };
};

/** Back to the beginning of the line, which is emptied; what is longer than the line would leave its end behind. */
const paintBar = (line: string): void => {
  // Some terminals, those of `script` and of builds among them, do not know how wide they are and say 0.
  const width = process.stderr.columns > 0 ? process.stderr.columns : 80;
  process.stderr.write(`\r\u001b[K${line.slice(0, width - 1)}`);
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
