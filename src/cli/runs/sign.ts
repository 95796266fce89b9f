// sign: a role's sign-off over exactly what an attestation says and rests on.
import { nextSignOff, SIGN_OFF_ROLES, type Signer, type SignOffRole, signOffsPathOf } from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command, Outcome } from '../contract.ts';
import { eachFile } from '../each-file.ts';
import { judgeFile } from '../judging.ts';
import { attached, requestFor, type Signing, signedHere } from '../sign-line.ts';
import { requestLines, signedLines, summaryLines } from '../sign-text.ts';
import { once, signerOf } from '../signing.ts';
import type { Terminal } from '../terminal.ts';
import type { World } from '../world.ts';

export const run: Command['run'] = (args, world, terminal) => {
  const way = wayOf(args);
  const key = once(() => signerOf('key', args, world));
  return eachFile(args.operands, world, terminal, (path) =>
    signOne(path, way, { args, world, terminal, key }),
  );
};

type Way = 'key' | 'request' | 'attach' | 'dry-run';
type Tools = {
  readonly args: Args;
  readonly world: World;
  readonly terminal: Terminal;
  /** Opened at its first use, after the first summary, and once for all attestations. */
  readonly key: () => Promise<Signer>;
};

const wayOf = (args: Args): Way => {
  const has = (name: string): boolean => args.text(name) !== null;
  if (args.flag('dry-run')) return 'dry-run';
  if (has('attach') && !has('request'))
    throw new Failure('usage', '--attach needs the --request it answers.', 'Write --request FILE too.');
  if (has('key') && has('request'))
    throw new Failure(
      'usage',
      '--key and --request exclude each other.',
      'With the key at hand, leave --request out.',
    );
  if (has('request') && args.operands.length > 1)
    throw new Failure('usage', '--request takes one attestation at a time.', 'Run it once for each.');
  if (has('request')) return has('attach') ? 'attach' : 'request';
  if (!has('key'))
    throw new Failure(
      'usage',
      'sign needs --key.',
      'Write --key FILE, or --request FILE for a key that is elsewhere.',
    );
  return 'key';
};

const roleOf = (args: Args): SignOffRole => {
  const word = args.text('role');
  const role = SIGN_OFF_ROLES.find((one) => one === word);
  if (role === undefined)
    throw new Failure(
      'usage',
      word === null ? 'sign needs --role.' : `--role ${word} is no role.`,
      `Write --role with one of ${SIGN_OFF_ROLES.join(', ')}.`,
    );
  return role;
};

const signOne = async (path: string, way: Way, tools: Tools): Promise<Outcome> => {
  const { args, world, terminal, key } = tools;
  const role = roleOf(args);
  const judged = await judgeFile(path, args, world, terminal);
  const next = nextSignOff(judged, role);
  terminal.say(summaryLines(path, judged, role, next.last));
  if (next.kind === 'signed') terminal.say([{ text: next.sentence, tone: 'good' }]);
  if (way === 'dry-run' || next.kind === 'signed')
    return {
      code: 0,
      document: { attestation: path, role, signed: next.kind === 'signed' ? 'already' : null },
    };
  const signing: Signing = { judged, role, previous: next.previous, args, world };
  if (way === 'request') return writeRequest(path, signing, terminal);
  const line = way === 'key' ? await signedHere(await key(), signing) : await attached(signing);
  return append(path, line, signing, terminal);
};

/** The file is read once more, so that nobody's sign-off is lost that was made meanwhile. */
const append = async (
  path: string,
  line: string,
  { judged, role, args, world }: Signing,
  terminal: Terminal,
): Promise<Outcome> => {
  const file = signOffsPathOf(path);
  const before = judged.raw.signOffs?.bytes ?? new Uint8Array();
  const now = (await world.shelf.read(file))?.bytes ?? new Uint8Array();
  if (Buffer.compare(before, now) !== 0)
    throw new Failure('request-stale', `${file} has changed meanwhile.`, 'Run the same command again.');
  world.goOn();
  await world.writeFile(file, new Uint8Array(Buffer.concat([before, Buffer.from(`${line}\n`)])));
  // What there is to complain of was told before.
  const after = await judgeFile(path, args, world, { ...terminal, complain: () => undefined });
  const made = after.evaluation.approvals.signOffs.at(-1)?.facts;
  if (made === undefined)
    throw new Failure('bug', 'The sign-off that was just written is not there.', 'Please report this.');
  terminal.say(signedLines(file, after, made));
  return { code: 0, document: { attestation: path, role, signed: file, 'sign-off': made } };
};

const writeRequest = async (path: string, signing: Signing, terminal: Terminal): Promise<Outcome> => {
  const { args, world, role } = signing;
  const target = args.text('request') ?? '';
  const { bytes, holder } = await requestFor(signing);
  await world.writeFile(target, bytes);
  terminal.say(requestLines(target, holder.certificate, path));
  return { code: 0, document: { attestation: path, role, request: target } };
};
