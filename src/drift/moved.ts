// Duties that are gone from one place and new in another: in the other party's column, in another row, or under a new number.
import type { Duty } from '../model/model.ts';
import { assign } from './likeness/assignment.ts';
import { worthMeasuring } from './likeness/candidates.ts';
import { type Measure, measureOf } from './likeness/likeness.ts';
import { wordsOf } from './likeness/words.ts';
import { byKey, inTurn, type Step } from './match/in-turn.ts';
import type { DutyPair, Pairs } from './pairs.ts';

/** Rows of one page often say much the same of different things; what moved must say more than that. */
const THE_SAME_ELSEWHERE = 0.8;
/** `Configure` says too little to be known again in another row. */
const FEWEST_WORDS = 3;

/** A duty on its own, out of a pair without a partner. */
type Alone = { readonly pair: DutyPair; readonly duty: Duty };

/** The pair of the place it has left, by the pair of the place it has come to. */
export const movedDuties = (
  duties: Pairs['duties'],
  comparable: boolean,
): ReadonlyMap<DutyPair, DutyPair> => {
  const gone = duties.flatMap((pair) =>
    pair.after === null && pair.before !== null ? [{ pair, duty: pair.before }] : [],
  );
  const come = duties.flatMap((pair) =>
    pair.before === null && pair.after !== null ? [{ pair, duty: pair.after }] : [],
  );
  const found = inTurn<Alone, Alone>(gone, come, [
    keyed(({ pair, duty }) => `${pair.place} ${duty.digest}`),
    keyed((one) => (saysEnough(one) ? one.duty.digest : null)),
    ...(comparable ? [byWords(duties)] : []),
  ]);
  return new Map(
    found.flatMap((old, index) => {
      const [from, to] = [gone[old ?? -1]?.pair, come[index]?.pair];
      return from === undefined || to === undefined ? [] : [[to, from] as const];
    }),
  );
};

const keyed = (keyOf: (one: Alone) => string | null): Step<Alone, Alone> => byKey(keyOf, keyOf);

const saysEnough = ({ duty }: Alone): boolean => wordsOf(duty.text).length >= FEWEST_WORDS;

const byWords =
  (duties: Pairs['duties']): Step<Alone, Alone> =>
  (gone, come) => {
    if (gone.length === 0 || come.length === 0) return come.map(() => null);
    const measure = measureOf(textsOf(duties));
    const edges = worthMeasuring(
      come.map(({ duty }) => duty.text),
      gone.map(({ duty }) => duty.text),
    ).flatMap(({ row, column }) => {
      const likeness = likenessOf(measure, gone[column], come[row]);
      return likeness >= THE_SAME_ELSEWHERE ? [{ row, column, likeness }] : [];
    });
    return assign(come.length, edges);
  };

const likenessOf = (measure: Measure, gone: Alone | undefined, come: Alone | undefined): number =>
  gone === undefined || come === undefined || !saysEnough(gone) || !saysEnough(come)
    ? 0
    : measure(gone.duty.text, come.duty.text).dice;

const textsOf = (duties: Pairs['duties']): readonly string[] =>
  duties.flatMap(({ before, after }) =>
    [before, after].flatMap((duty) => (duty === null ? [] : [duty.text])),
  );
