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

/** True when a folder or file is where something was to be moved to. */
export const isTaken = (error: unknown): boolean => ['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '');

const REFUSALS = ['EXDEV', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES', 'EINVAL', 'EIO'];

/** True when a file system that takes files may still not rename: what was to be moved is then written in place, which tells whether it takes files. */
export const refusesRename = (error: unknown): boolean =>
  error instanceof Error &&
  'syscall' in error &&
  error.syscall === 'rename' &&
  REFUSALS.includes(systemCode(error) ?? '');

/** `what` says what was being done: "read", "write". An error that is not the operating system's comes back as it is. */
const diskTrouble = (what: string, path: string, error: unknown, hints = HINTS): unknown => {
  const code = systemCode(error);
  if (code === null) return error;
  const hint = hints[code] ?? 'Check the disk and the path, and run again.';
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

const IN_PLACE =
  'make room and run again; what was being written straight into its place has to be written to its end.';
const IN_PLACE_HINTS: Readonly<Record<string, string>> = {
  ...HINTS,
  ENOSPC: `The disk is full: ${IN_PLACE}`,
  EDQUOT: `The quota is used up: ${IN_PLACE}`,
};

/** The same for what is written straight into its place, where what was there before may be gone. */
export const onDiskInPlace = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw diskTrouble('write', path, error, IN_PLACE_HINTS);
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
