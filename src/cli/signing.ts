// What is made of the options of every command that uses a key.
import {
  type KeyHolder,
  openSigner,
  readCertificateFile,
  type SealMaking,
  type Signer,
  type Stamper,
  stamper,
} from '../index.ts';
import { Failure } from '../problem.ts';
import type { Args } from './contract.ts';
import type { World } from './world.ts';

type File = { readonly name: string; readonly bytes: Uint8Array };

const needed = async (world: World, path: string, what: string): Promise<File> => {
  const file = await world.shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no ${what} ${path}.`, 'Check the path.');
  return file;
};

/** The key that an option names, opened; the passphrase is asked for only where one is needed. */
export const signerOf = async (option: 'key' | 'seal', args: Args, world: World): Promise<Signer> => {
  const path = args.text(option);
  if (path === null) throw new Failure('usage', `There is no --${option}.`, `Write --${option} FILE.`);
  const certificate = args.text('certificate');
  return openSigner({
    key: await needed(world, path, 'key file'),
    certificate: certificate === null ? null : await needed(world, certificate, 'certificate file'),
    passphrase: () => world.passphrase({ file: args.text('passphrase-file'), purpose: `The key ${path}` }),
  });
};

/** Who answers for a key that is elsewhere: the certificate alone. */
export const keyHolderOf = async (args: Args, world: World): Promise<KeyHolder> => {
  const path = args.text('certificate');
  if (path === null)
    throw new Failure(
      'usage',
      'There is no --certificate.',
      'Write --certificate FILE: what is signed names the certificate it is signed for.',
    );
  const { name, bytes } = await needed(world, path, 'certificate file');
  return readCertificateFile(name, bytes);
};

/** What asks the server of `--timestamp`; null where none is named. */
export const stamperOf = (args: Args, world: World): Stamper | null => {
  const url = args.text('timestamp');
  return url === null
    ? null
    : stamper(
        (request) => world.askTimestamp(url, request),
        () => world.freshBytes(8),
      );
};

/** What `--seal` asks for; the key is opened once, for the first pack that needs it. Throws `usage` where the other options have no seal to go with. */
export const sealOf = (args: Args, world: World): (() => Promise<SealMaking | null>) => {
  if (args.text('seal') === null) {
    const idle = ['timestamp', 'certificate', 'passphrase-file'].find((option) => args.text(option) !== null);
    if (idle !== undefined)
      throw new Failure('usage', `--${idle} goes with --seal.`, 'Write --seal KEY, or leave it out.');
    return async () => null;
  }
  const signer = once(() => signerOf('seal', args, world));
  const pss = args.flag('pss');
  return async () => ({ signer: await signer(), at: world.now(), timestamp: stamperOf(args, world), pss });
};

/** Made at its first use, and the same ever after. */
export const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
};
