// keygen: a key with a certificate of its own, or with a request for somebody to certify it.
import { addDays, certificateOf, type Instant, keyPem, requestFor, toPem } from '../../index.ts';
import { KEY_KINDS, type KeyPairKind } from '../../io/random.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { neutral } from '../neutral.ts';
import { CERTIFICATE_DAYS } from '../signing-options.ts';
import type { World } from '../world.ts';

const MOST_DAYS = 3650;

export const run: Command['run'] = async (args, world, terminal) => {
  const [name = ''] = args.operands;
  const stem = args.text('out');
  if (stem === null)
    throw new Failure('usage', 'keygen needs --out.', 'Write -o STEM; see countersign keygen --help.');
  const [kind, days] = [kindOf(args), daysOf(args)];
  const files = { key: `${stem}.key.pem`, other: `${stem}.${args.flag('csr') ? 'csr' : 'cert'}.pem` };
  await refuseTaken(world, Object.values(files));
  const secret = await secretOf(args, world, files.key);
  const key = world.newKeyPair(kind);
  const holder = { key, name, ...given(args, 'email'), ...given(args, 'organisation') };
  const made = args.flag('csr')
    ? toPem('CERTIFICATE REQUEST', await requestFor(holder))
    : toPem('CERTIFICATE', await certificateOf({ ...holder, ...validity(world, days) }));
  await world.writeSecret(files.key, await keyPem(key.privateKey, secret));
  await world.writeFile(files.other, made);
  terminal.say([
    {
      text: neutral(
        `${files.key}: the key${secret === null ? ', not encrypted' : ''}. It stays with its owner.`,
      ),
      tone: 'good',
    },
    {
      text: neutral(
        `${files.other}: ${args.flag('csr') ? 'the request for whoever certifies it' : 'the certificate, for everybody who verifies'}.`,
      ),
    },
  ]);
  return {
    code: 0,
    document: { key: files.key, [args.flag('csr') ? 'request' : 'certificate']: files.other },
  };
};

const kindOf = (args: Args): KeyPairKind => {
  const word = args.text('kind') ?? 'ecdsa';
  const kind = KEY_KINDS.find((one) => one === word);
  if (kind === undefined)
    throw new Failure('usage', `--kind ${word} is no kind of key.`, `Write one of ${KEY_KINDS.join(', ')}.`);
  return kind;
};

const daysOf = (args: Args): number => {
  const word = args.text('days') ?? String(CERTIFICATE_DAYS);
  const days = /^[1-9]\d{0,3}$/.test(word) ? Number(word) : 0;
  if (days === 0 || days > MOST_DAYS)
    throw new Failure(
      'usage',
      `--days ${word} is no number of days.`,
      `Write a number from 1 to ${MOST_DAYS}.`,
    );
  return days;
};

/** Known before the key is made, so that no key is left without its certificate. */
const refuseTaken = async (world: World, paths: readonly string[]): Promise<void> => {
  for (const path of paths)
    if ((await world.shelf.read(path)) !== null)
      throw new Failure(
        'output-exists',
        `There is a file ${path} already, and it stays as it is.`,
        'Name another with -o.',
      );
};

const secretOf = async (args: Args, world: World, key: string): Promise<string | null> => {
  if (args.flag('no-passphrase')) return null;
  const secret = await world.passphrase({
    file: args.text('passphrase-file'),
    purpose: `The new key ${key}`,
  });
  if (secret === '')
    throw new Failure('usage', 'The passphrase is empty.', 'Give one, or say --no-passphrase.');
  return secret;
};

const given = <K extends 'email' | 'organisation'>(
  args: Args,
  option: K,
): { readonly [key in K]?: string } => {
  const value = args.text(option);
  return value === null ? {} : ({ [option]: value } as { readonly [key in K]: string });
};

type Validity = { readonly from: Instant; readonly to: Instant; readonly serial: Uint8Array };

/** A serial number of 128 bits: never two alike. */
const validity = (world: World, days: number): Validity => {
  const from = world.now();
  return { from, to: `${addDays(from.slice(0, 10), days)}${from.slice(10)}`, serial: world.freshBytes(16) };
};
