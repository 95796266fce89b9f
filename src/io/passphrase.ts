// Passphrases: from a file, from the environment, or asked for on a terminal without showing what is typed. Never from an argument,
// which every user of the machine can see.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Failure, interruption } from '../problem.ts';
import { readWhole } from './files.ts';

/** The variable that holds it. */
const PASSPHRASE_VARIABLE = 'COUNTERSIGN_PASSPHRASE';

type Variables = Readonly<Record<string, string | undefined>>;
type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

export type PassphraseAsked = {
  /** A file whose first line is the passphrase. */
  readonly file: string | null;
  /** What it is for, as the question says. */
  readonly purpose: string;
};

/** Where it is to be had; `prompt` puts the question before whoever sits at the terminal. */
export type Asking = {
  readonly prompt: (text: string) => void;
  readonly variables?: Variables;
  readonly input?: Input;
};

const LONGEST = 4096;

/** Throws `key-passphrase` when there is none to be had, `interrupted` when whoever is asked would rather not. */
export const passphrase = async (
  { file, purpose }: PassphraseAsked,
  { prompt, variables = process.env, input = process.stdin }: Asking,
): Promise<string> => {
  if (file !== null) return firstLine(file);
  const known = variables[PASSPHRASE_VARIABLE];
  if (known !== undefined && known !== '') return known;
  if (input.isTTY === true) return ask(`${purpose} needs a passphrase: `, input, prompt);
  throw new Failure(
    'key-passphrase',
    `${purpose} needs a passphrase.`,
    `Set ${PASSPHRASE_VARIABLE}, or name a file that holds it with --passphrase-file.`,
  );
};

const firstLine = async (file: string): Promise<string> => {
  const bytes = await readWhole(file, LONGEST);
  if (bytes === null)
    throw new Failure('input-missing', `There is no passphrase file ${file}.`, 'Check the path.');
  return new TextDecoder().decode(bytes).replace(/\r?\n[\s\S]*$/, '');
};

const silent = (): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });

const ask = (question: string, input: Input, prompt: Asking['prompt']): Promise<string> =>
  new Promise((resolve, reject) => {
    // The terminal is silenced first, so that nothing typed ahead is shown either.
    const lines = createInterface({ input, output: silent(), terminal: true });
    prompt(question);
    const end = (): void => {
      lines.close();
      prompt('\n');
    };
    const stop = (): void => {
      end();
      reject(interruption());
    };
    lines.once('SIGINT', stop);
    lines.once('close', stop);
    lines.once('line', (line) => {
      lines.removeAllListeners('close');
      end();
      resolve(line);
    });
  });
