// The same row twice in an area, by its title or by all that it says, and the same duty twice in a row: mostly a row that was copied and never changed.
import type { LintFinding } from '../../model/import-report.ts';
import type { Area, Resource } from '../../model/model.ts';
import { PARTIES } from '../../model/party.ts';
import { fold } from '../fold.ts';
import { quoted } from '../plain.ts';
import type { Lint } from './rule.ts';

export const duplicate: Lint = {
  rule: 'duplicate',
  find: ({ model }) =>
    model.areas.flatMap((area) => [
      ...titlesTwice(area),
      ...rowsTwice(area),
      ...area.resources.flatMap(dutiesTwice),
    ]),
};

const titlesTwice = ({ title: area, resources }: Area): readonly LintFinding[] =>
  repeated(resources, ({ title }) => fold(title)).map(([first, again]) => ({
    rule: 'duplicate',
    line: again.line,
    sentence: `${quoted(again.title)} stands in ${quoted(area)} a second time.`,
    refs: [first.code, again.code],
  }));

/** Two things may well need one and the same of one party; the same of both is a copy. */
const rowsTwice = ({ resources }: Area): readonly LintFinding[] => {
  const whole = resources.filter((one) => PARTIES.every((party) => one[party].length > 0));
  return repeated(whole, saidIn)
    .filter(([first, again]) => fold(first.title) !== fold(again.title))
    .map(([first, again]) => ({
      rule: 'duplicate',
      line: again.line,
      sentence: `${quoted(again.title)} says the same as ${quoted(first.title)}, for both parties.`,
      refs: [first.code, again.code],
    }));
};

const saidIn = (one: Resource): string =>
  PARTIES.map((party) => one[party].map(({ digest }) => digest).join(' ')).join('|');

const dutiesTwice = (one: Resource): readonly LintFinding[] =>
  PARTIES.flatMap((party) =>
    repeated(one[party], ({ digest }) => digest).map(([first, again]) => ({
      rule: 'duplicate',
      line: again.line,
      sentence: `${again.id} says the same as ${first.id}: ${quoted(again.text)}.`,
      refs: [first.id, again.id],
    })),
  );

/** Each that has the key of one before it, with the first that has. */
const repeated = <T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [T, T])[] => {
  const firsts = new Map<string, T>();
  return all.flatMap((one) => {
    const key = keyOf(one);
    const first = firsts.get(key);
    if (first !== undefined) return [[first, one] as const];
    firsts.set(key, one);
    return [];
  });
};
