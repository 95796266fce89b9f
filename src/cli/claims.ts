// Whose pack each file makes: what shards are dealt by, and how two files that would make the same pack are found before one is built.
import {
  type Attestation,
  namesOfShard,
  readAttestation,
  type Shard,
  seriesFolder,
  spanOf,
  teamNameOf,
} from '../index.ts';
import { Failure } from '../problem.ts';
import type { World } from './world.ts';

/** `name` is like `payments.checkout`, or the path of a file that does not say it: so one shard, and only one, tells of it. */
export type Claim = { readonly path: string; readonly name: string };

export const claimsOf = async (world: World, paths: readonly string[]): Promise<readonly Claim[]> => {
  const claims: Claim[] = [];
  for (const path of paths) claims.push({ path, name: (await nameIn(world, path)) ?? path });
  return claims;
};

const nameIn = async (world: World, path: string): Promise<string | null> => {
  const bytes = world.witness.bytes(path);
  return bytes === null || bytes === 'unreadable' ? null : teamNameOf({ name: path, bytes });
};

export const claimsOfShard = (claims: readonly Claim[], shard: Shard): readonly Claim[] => {
  const names = namesOfShard(
    claims.map(({ name }) => name),
    shard,
  );
  return claims.filter(({ name }) => names.has(name));
};

/** By path, the failure of each file that would make the pack of one before it. */
export const doubledClaims = (world: World, claims: readonly Claim[]): ReadonlyMap<string, Failure> => {
  const counts = new Map<string, number>();
  for (const { name } of claims) counts.set(name, (counts.get(name) ?? 0) + 1);
  const first = new Map<string, string>();
  const doubled = new Map<string, Failure>();
  for (const { path, name } of claims) {
    // Only files of the same team and system are read in full, which few runs have.
    const series = (counts.get(name) ?? 0) > 1 ? seriesOf(world, path) : null;
    if (series === null) continue;
    const before = first.get(series);
    if (before === undefined) first.set(series, path);
    else doubled.set(path, samePack(before, path, series));
  }
  return doubled;
};

const seriesOf = (world: World, path: string): string | null => {
  const bytes = world.witness.bytes(path);
  const value: Attestation | null =
    bytes === null || bytes === 'unreadable' ? null : readAttestation({ name: path, bytes }).value;
  if (value === null) return null;
  const { label: period } = spanOf(value.period);
  return seriesFolder({ team: value.team.id, system: value.system.id, period });
};

const samePack = (first: string, second: string, series: string): Failure =>
  new Failure(
    'output-exists',
    `${first} and ${second} both make the pack ${series}; the first is built, the second is not.`,
    'Give one of them another team, system or period, or leave it out.',
  );
