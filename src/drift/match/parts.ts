// What matching needs to know of a page: of one that was just read and has no ids yet, as of a model.
import { PARTIES, type Party } from '../../model/party.ts';
import type { Digest } from '../../model/scalar.ts';

export type Said = { readonly text: string; readonly digest: Digest };
export type ResourcePart = { readonly title: string } & Readonly<Record<Party, readonly Said[]>>;
export type AreaPart = {
  readonly anchor?: string | null | undefined;
  readonly title: string;
  readonly resources: readonly ResourcePart[];
};

/** How a duty was found again: by its digest, by its words, or by being the only one left in its place. */
export type DutyMatch = { readonly before: number; readonly by: 'digest' | 'words' | 'place' };

/** For each thing of the later page, in its order, the position of the earlier one that it continues, or null. */
export type MatchedResource = { readonly before: number | null } & Readonly<
  Record<Party, readonly (DutyMatch | null)[]>
>;
export type MatchedArea = { readonly before: number | null; readonly resources: readonly MatchedResource[] };

export const dutiesOf = (resources: readonly ResourcePart[]): readonly Said[] =>
  resources.flatMap((one) => PARTIES.flatMap((party) => one[party]));
