// The operating system's errors as failures: what could not be done, with which file, and whose move it is.
import { Failure } from '../problem.ts';

const HINTS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: make room and run again; nothing that was whole has been touched.',
  EDQUOT: 'The quota is used up: make room and run again; nothing that was whole has been touched.',
  EACCES: 'The permissions do not allow it: change them, or name another folder.',
  EPERM: 'The permissions do not allow it: change them, or name another folder.',
  EROFS: 'The file system is read-only: name another folder.',
  EMFILE: 'Too many files are open: raise the limit, or run fewer jobs at once.',
  ENFILE: 'Too many files are open on this machine: run again later.',
  ENAMETOOLONG: 'The path is too long for this file system: name a folder nearer to the root.',
  ENOTDIR: 'A part of the path is a file and not a folder: name another path.',
  EISDIR: 'The path is a folder and not a file: name a file.',
};

/** The code that Node gives to an error of the operating system; null for any other error. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string'
    ? error.code
    : null;

/** `what` says what was being done: "read", "write". An error that is not the operating system's comes back as it is. */
const diskTrouble = (what: string, path: string, error: unknown): unknown => {
  const code = systemCode(error);
  if (code === null) return error;
  const hint = HINTS[code] ?? 'Check the disk and the path, and run again.';
  return new Failure('disk', `Cannot ${what} ${path} (${code}).`, hint, { cause: error });
};

/** Runs `work`; an error of the operating system becomes a `disk` failure. */
export const onDisk = async <T>(what: string, path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw diskTrouble(what, path, error);
  }
};

/** Runs `work`; null where there is no such file or folder. */
export const ifThere = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    throw error;
  }
};
