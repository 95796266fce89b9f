// What a provider changed from one revision of its page to another.
import type { Model } from '../model/model.ts';
import type { ModelDiff } from '../model/model-diff.ts';
import { dutyChanges, type Words } from './duty-changes.ts';
import { matchAreas } from './match/match-areas.ts';
import type { MatchedArea } from './match/parts.ts';
import { type Pairs, pairsOf } from './pairs.ts';
import { placeChanges } from './place-changes.ts';
import { idsCarriedOn, matchedByIds } from './same-ids.ts';
import { scopeChanges } from './scope-changes.ts';

/**
 * Compares two models of one service. Where the later one carries on the ids of the earlier, or the other way round, an id is the same duty
 * whatever it says; else duties are matched as an import with the earlier model would.
 */
export const diffModels = (before: Model, after: Model): ModelDiff => {
  const words = wordsOf(before, after);
  const pairs = pairsOf(before, after, matching(before, after, words));
  const duties = dutyChanges(pairs.duties, words);
  const places = placeChanges(pairs);
  const scopes = scopeChanges(pairs.areas, words);
  const scoped = new Set(scopes.filter(({ material }) => material).map(({ area }) => area));
  return {
    format: 'countersign/model-diff@1',
    before: revisionOf(before),
    after: revisionOf(after),
    matched: hasOtherIds(pairs) ? 'wording' : 'ids',
    unchanged: duties.unchanged,
    duties: duties.changes,
    places: places.changes,
    scopes,
    material:
      duties.changes.filter(({ kind }) => kind !== 'editorial').length + places.material + scoped.size,
  };
};

const wordsOf = (before: Model, after: Model): Words => (before.text === after.text ? after.text : 'mixed');

const matching = (before: Model, after: Model, words: Words): readonly MatchedArea[] => {
  const matched = matchAreas(before.areas, after.areas, words !== 'mixed');
  return idsCarriedOn(before, after, matched) ? matchedByIds(before, after) : matched;
};

/** Either one duty has two ids, or two duties have one. */
const hasOtherIds = ({ duties }: Pairs): boolean => {
  const gone = new Set(duties.flatMap(({ before, after }) => (after === null ? (before?.id ?? []) : [])));
  return duties.some(
    ({ before, after }) => after !== null && (before === null ? gone.has(after.id) : before.id !== after.id),
  );
};

const revisionOf = ({ id, title, revision }: Model): ModelDiff['before'] => ({ id, title, revision });
