// Which attestations the words of a command line mean: a file is itself, a folder is all that lie below it, a pattern is what fits it.
import { lstat, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../problem.ts';
import { ifThere, onDisk } from './disk-trouble.ts';
import { fitsStep, type GlobPath, type GlobStep, globPaths, isGlob } from './glob.ts';

const ENDING = '.attestation.yaml';
/** Entries looked at below one operand. Whoever has more named the wrong folder, the root of a disk for example. */
const MOST = 200_000;

/**
 * Paths of attestations: the operands in their order, what one of them stands for in code unit order, each file once. In folders and by
 * patterns only files named `*.attestation.yaml` are found; hidden folders are not entered and links not followed. A path that is
 * nowhere comes back as it is, for whoever reads it to say so. Throws `usage` for a folder or a pattern without any, `disk`.
 */
export const findAttestations = async (operands: readonly string[]): Promise<readonly string[]> => {
  const found = new Map<string, string>();
  for (const operand of operands)
    for (const path of await expand(operand)) if (!found.has(resolve(path))) found.set(resolve(path), path);
  return [...found.values()];
};

const expand = async (operand: string): Promise<readonly string[]> => {
  const about = await onDisk('read', operand, () => ifThere(() => stat(operand)));
  if (about === null && !isGlob(operand)) return [operand];
  if (about !== null && !about.isDirectory()) return [operand];
  const budget = { operand, left: MOST };
  const found = about === null ? await byPattern(operand, budget) : await attestationsBelow(operand, budget);
  if (found.length === 0) throw nothing(operand, about === null ? 'matches' : 'holds');
  return [...new Set(found)].sort();
};

type Budget = { readonly operand: string; left: number };
type Entry = { readonly name: string; readonly kind: 'file' | 'folder' | 'other' };

const attestationsBelow = async (folder: string, budget: Budget): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const { name, kind } of await entriesOf(folder, budget)) {
    const path = join(folder, name);
    if (kind === 'file' && name.endsWith(ENDING)) found.push(path);
    if (kind === 'folder' && !name.startsWith('.')) found.push(...(await attestationsBelow(path, budget)));
  }
  return found;
};

const byPattern = async (operand: string, budget: Budget): Promise<readonly string[]> => {
  const found: string[] = [];
  const pattern = operand.replaceAll('\\', '/');
  for (const path of globPaths(pattern)) found.push(...(await follow('', path, budget)));
  return found;
};

/** What a pattern leads to from `folder` on; `''` is where the program is run. */
const follow = async (
  folder: string,
  [step, ...rest]: GlobPath,
  budget: Budget,
): Promise<readonly string[]> => {
  if (step === undefined) return folder === '' ? [] : endOf(folder, budget);
  if (step.kind === 'name') return follow(named(folder, step.name), rest, budget);
  const here = folder === '' ? '.' : folder;
  if (step.kind === 'any-folders' && rest.length === 0) return attestationsBelow(here, budget);
  const found: string[] = step.kind === 'any-folders' ? [...(await follow(folder, rest, budget))] : [];
  for (const entry of await entriesOf(here, budget))
    found.push(...(await into(folder, entry, [step, ...rest], budget)));
  return found;
};

const into = async (
  folder: string,
  { name, kind }: Entry,
  [step, ...rest]: readonly [GlobStep, ...GlobPath],
  budget: Budget,
): Promise<readonly string[]> => {
  if (!fitsStep(step, name)) return [];
  const path = join(folder, name);
  const left = step.kind === 'any-folders' ? [step, ...rest] : rest;
  if (kind === 'folder') return follow(path, left, budget);
  return kind === 'file' && left.length === 0 && name.endsWith(ENDING) ? [path] : [];
};

/** An empty step is a slash at the beginning, at the end, or doubled. */
const named = (folder: string, name: string): string => {
  if (name === '') return folder === '' ? '/' : folder;
  return folder === '' ? name : join(folder, name);
};

/** The pattern ends here: in a file that is one, or in a folder, which stands for all below it. */
const endOf = async (path: string, budget: Budget): Promise<readonly string[]> => {
  const about = await onDisk('read', path, () => ifThere(() => lstat(path)));
  if (about?.isDirectory() === true) return attestationsBelow(path, budget);
  return about?.isFile() === true && path.endsWith(ENDING) ? [path] : [];
};

const entriesOf = async (folder: string, budget: Budget): Promise<readonly Entry[]> => {
  const entries = await onDisk('list', folder, () => ifThere(() => readdir(folder, { withFileTypes: true })));
  budget.left -= entries?.length ?? 0;
  if (budget.left < 0)
    throw new Failure(
      'usage',
      `Below ${budget.operand} lie more than ${MOST} files.`,
      'Name the folder that the attestations lie in.',
    );
  return (entries ?? []).map((entry) => ({
    name: entry.name,
    kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
  }));
};

const nothing = (operand: string, verb: string): Failure =>
  new Failure(
    'usage',
    `${operand} ${verb} no attestation.`,
    `In folders and by patterns, files named *${ENDING} are found; hidden folders are not entered and links not followed.`,
  );
