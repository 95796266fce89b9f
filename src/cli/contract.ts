// What every command is: its name, what it takes, one line of help, one example, and a function. `commands/index.ts` lists them.
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** A `flag` is there or not; a `text` takes the word after it, named `takes` in the help. */
export type Option =
  | { readonly kind: 'flag'; readonly name: string; readonly says: string }
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly short?: string;
      readonly takes: string;
      readonly says: string;
    };

/** `operands` are the words that are no options, in order. */
export type Args = {
  readonly operands: readonly string[];
  readonly text: (option: string) => string | null;
  readonly flag: (option: string) => boolean;
};

/** `document` is what `--json` prints; undefined where the command has printed it already. */
export type Outcome = { readonly code: ExitCode; readonly document: unknown };

export type Command = {
  readonly name: string;
  /** As the usage line shows them: `ATTESTATION…`. */
  readonly operands: string;
  readonly atLeast: number;
  readonly atMost: number;
  /** One sentence for the tour. */
  readonly says: string;
  /** Paragraphs for the command's own help. */
  readonly more: readonly string[];
  readonly options: readonly Option[];
  /** One command line, without the program's name, that works on the files of the tour. */
  readonly example: string;
  readonly run: (args: Args, world: World, terminal: Terminal) => Promise<Outcome>;
};
