// keygen: a key with a certificate of its own, or with a request for somebody to certify it.
import { addDays, certificateOf, type Instant, keyPem, requestFor, toPem } from '../../index.ts';
import { KEY_KINDS, type KeyPairKind } from '../../io/random.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { neutral } from '../neutral.ts';
import { PASSPHRASE_FILE } from '../signing-options.ts';
import type { World } from '../world.ts';

const DAYS = 730;
const MOST_DAYS = 3650;

export const keygen: Command = {
  name: 'keygen',
  operands: 'NAME',
  atLeast: 1,
  atMost: 1,
  says: 'Make a key to sign or seal with, and its certificate.',
  more: [
    'NAME is the person or the organisation that the certificate names. Two files are written: the key, which stays with its owner, and the certificate, which goes to everybody who verifies.',
    'A certificate made here says nothing but what it says of itself: it counts for those who put it into their trust file. With --csr an authority of your own can certify the key instead.',
  ],
  options: [
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'STEM',
      says: 'Where to write: STEM.key.pem and STEM.cert.pem. Needed.',
    },
    {
      kind: 'text',
      name: 'email',
      takes: 'ADDRESS',
      says: 'The e-mail address that the certificate carries.',
    },
    {
      kind: 'text',
      name: 'organisation',
      takes: 'NAME',
      says: 'The organisation that the certificate names.',
    },
    {
      kind: 'text',
      name: 'kind',
      takes: 'KIND',
      says: 'ecdsa (P-256, unless said otherwise), rsa or rsa-pss (3072 bits).',
    },
    {
      kind: 'text',
      name: 'days',
      takes: 'NUMBER',
      says: `How long the certificate is valid; ${DAYS} days unless said otherwise.`,
    },
    { kind: 'flag', name: 'csr', says: 'Write a signing request (STEM.csr.pem) and no certificate.' },
    {
      kind: 'flag',
      name: 'no-passphrase',
      says: 'Leave the key file unencrypted: whoever can read it can sign.',
    },
    PASSPHRASE_FILE,
  ],
  example: 'keygen "Robin Example" --email robin@example.com -o robin',
  run: async (args, world, terminal) => {
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
  },
};

const kindOf = (args: Args): KeyPairKind => {
  const word = args.text('kind') ?? 'ecdsa';
  const kind = KEY_KINDS.find((one) => one === word);
  if (kind === undefined)
    throw new Failure('usage', `--kind ${word} is no kind of key.`, `Write one of ${KEY_KINDS.join(', ')}.`);
  return kind;
};

const daysOf = (args: Args): number => {
  const word = args.text('days') ?? String(DAYS);
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
