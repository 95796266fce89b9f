// preview: the report in a browser while somebody works on its template or its answers.
import { Failure } from '../../problem.ts';
import type { Args, Command, Outcome } from '../contract.ts';
import { neutral } from '../neutral.ts';
import { previewUntilInterrupted, renderPreview } from '../preview-session.ts';
import type { Terminal } from '../terminal.ts';
import type { World } from '../world.ts';

export const run: Command['run'] = (args, world, terminal) => {
  const [path = ''] = args.operands;
  const port = portOption(args);
  const out = outOption(args);
  if (out === null) return serve(path, port, args, world, terminal);
  if (port === null) return write(path, out, args, world, terminal);
  throw new Failure('usage', '--port and --out exclude each other.', 'Leave one of them out.');
};

const write = async (
  path: string,
  out: string,
  args: Args,
  world: World,
  terminal: Terminal,
): Promise<Outcome> => {
  const { html } = await renderPreview(path, args, world, terminal);
  world.goOn();
  await world.writeFile(out, html);
  terminal.say([{ text: neutral(`${out}: the report of ${path} for a browser`) }]);
  return { code: 0, document: { attestation: path, file: out } };
};

/** The document, which has the address, is printed at the beginning: whoever reads it wants to open the page. */
const serve = async (
  path: string,
  port: number | null,
  args: Args,
  world: World,
  terminal: Terminal,
): Promise<Outcome> => {
  await previewUntilInterrupted(path, port, args, world, terminal);
  return { code: 0, document: undefined };
};

/** By its ending, so that a slip does not put the page in the place of the attestation. */
const outOption = (args: Args): string | null => {
  const out = args.text('out');
  if (out !== null && !/\.html?$/i.test(out))
    throw new Failure('usage', `--out ${out} is no name of an HTML file.`, `Write ${out}.html, say.`);
  return out;
};

const portOption = (args: Args): number | null => {
  const word = args.text('port');
  if (word === null) return null;
  const port = /^[1-9]\d{0,4}$/.test(word) ? Number(word) : 0;
  if (port === 0 || port > 65_535)
    throw new Failure('usage', `--port ${word} is no port.`, 'Write a number from 1 to 65535.');
  return port;
};
