// Areas and resources that came, went, are called otherwise, or are given to somebody else without a duty that shows it.
import type { Area, Resource } from '../model/model.ts';
import type { PlaceChange } from '../model/model-diff.ts';
import { PARTIES } from '../model/party.ts';
import { saysTheSame } from './likeness/words.ts';
import type { Pair, Pairs } from './pairs.ts';

/** `material` is how many of them give something to somebody else, or are resources without duties that came or went. */
export type PlaceChanges = { readonly changes: readonly PlaceChange[]; readonly material: number };

export const placeChanges = ({ areas, resources }: Pairs): PlaceChanges => {
  const reallocations = resources.flatMap(reallocated);
  const bare = resources.filter(({ before, after }) =>
    [before, after].every((one) => one === null || isBare(one)),
  );
  return {
    changes: [...areas.flatMap(placeChange), ...resources.flatMap(placeChange), ...reallocations],
    material:
      reallocations.length + bare.filter(({ before, after }) => before === null || after === null).length,
  };
};

const isBare = (resource: Resource): boolean => PARTIES.every((party) => resource[party].length === 0);

const placeChange = ({ before, after }: Pair<Area | Resource>): readonly PlaceChange[] => {
  if (before === null)
    return after === null ? [] : [{ kind: 'added', code: after.code, after: titled(after) }];
  if (after === null) return [{ kind: 'removed', code: before.code, before: titled(before) }];
  return saysTheSame(before.title, after.title)
    ? []
    : [{ kind: 'renamed', code: after.code, before: titled(before), after: titled(after) }];
};

const titled = ({ line, title }: Area | Resource): { readonly line: number; readonly title: string } => ({
  line,
  title,
});

/** Where a resource has duties, whose it is follows from them, and they say what changed; letters are not told by them. */
const reallocated = ({ before, after }: Pair<Resource>): readonly PlaceChange[] => {
  if (before === null || after === null) return [];
  const told = !isBare(before) || !isBare(after);
  const same = (told || before.allocation === after.allocation) && lettersOf(before) === lettersOf(after);
  return same
    ? []
    : [
        {
          kind: 'reallocated',
          code: after.code,
          title: after.title,
          before: held(before),
          after: held(after),
        },
      ];
};

const lettersOf = ({ raci }: Resource): string =>
  PARTIES.map((party) => [...(raci?.[party] ?? '')].sort().join('')).join(' ');

const held = ({ line, allocation, raci }: Resource): Pick<Resource, 'line' | 'allocation' | 'raci'> => ({
  line,
  allocation,
  ...(raci === undefined ? {} : { raci }),
});
