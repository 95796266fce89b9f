// Reads a trust file together with the certificates that it names.
import { sortedEntries } from '../model/lookup.ts';
import { type TrustStore, trustStore } from '../pack/index.ts';
import { Failure } from '../problem.ts';
import { readTrust } from '../read/index.ts';
import { mustRead } from './must-read.ts';
import type { Shelf } from './shelf.ts';

/** Throws `input-missing`, `input-invalid`, or `certificate-unreadable` naming the certificate. */
export const trustFrom = async (shelf: Pick<Shelf, 'read' | 'beside'>, path: string): Promise<TrustStore> => {
  const file = await shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no trust file ${path}.`, 'Check the path.');
  const trust = mustRead(readTrust(file));
  const pems = await Promise.all(
    sortedEntries(trust.certificates).map(async ([name, where]) => {
      if ('pem' in where) return [name, new TextEncoder().encode(where.pem)] as const;
      const found = await shelf.read(shelf.beside(path, where.file));
      if (found === null)
        throw new Failure(
          'input-missing',
          `${path} names the certificate \`${name}\`, and there is no file ${where.file} beside it.`,
          'Correct the path, or put the PEM itself under `pem`.',
        );
      return [name, found.bytes] as const;
    }),
  );
  return trustStore(trust, Object.fromEntries(pems));
};
