// An attestation moved to a new revision of the provider's page: answers that hold stay, those that were given to other words are re-opened,
// new duties are there to be answered. Every byte that does not speak of what changed stays.
import { canonicalJson } from '../../codec/canonical-json.ts';
import type { Answer, Attestation } from '../../model/attestation.ts';
import type { Lock } from '../../model/lock.ts';
import type { Model } from '../../model/model.ts';
import { Failure } from '../../problem.ts';
import { readAttestation } from '../../read/index.ts';
import { editYaml } from '../yaml/edit-yaml.ts';
import { itemsOf, keyInItem, keyOutOfItem, textIn } from '../yaml/item-keys.ts';
import { opened } from '../yaml/open.ts';
import { isFlow, type Mapping, type Page, pairsOf, styleOf } from '../yaml/place.ts';
import { type Splice, spliced } from '../yaml/splice.ts';
import { inlineText } from '../yaml/text-form.ts';
import { dutySplices } from './duty-splices.ts';
import { answersTo, type DutyOutcome, type Moving, outcomesOf, unchangedOf } from './outcomes.ts';
import { relocked } from './relock.ts';

export type Updating = Moving & {
  /** What diagnostics call the attestation's file, and its text. */
  readonly name: string;
  readonly text: string;
  readonly lock: Lock | null;
  /** The path of the new model from the attestation; null where it is found by its id and revision. */
  readonly file: string | null;
};

export type Updated = {
  readonly text: string;
  readonly attestation: Attestation;
  /** Null where the team has no lock and needs none. */
  readonly lock: Lock | null;
  readonly outcomes: readonly DutyOutcome[];
  /** Customer duties that say the same in both revisions. */
  readonly unchanged: number;
};

/** Throws a `bug` failure when what was written is not what was meant. */
export const updateAttestation = (updating: Updating): Updated => {
  const outcomes = outcomesOf(updating);
  const text = withOwnSplices(withRoom(updating, outcomes), updating, outcomes);
  return {
    text,
    attestation: readAgain(updating, text, outcomes),
    lock: relocked(updating.lock, updating, outcomes),
    outcomes,
    unchanged: unchangedOf(updating, outcomes),
  };
};

const isNew = ({ attestation, after }: Moving, { kind, id }: DutyOutcome): boolean =>
  kind === 'opened' && !Object.hasOwn(answersTo(attestation, after.id), id);

/** New duties have a place between lines; where there are none, or brackets, they are added as keys with nothing under them. */
const withRoom = (updating: Updating, outcomes: readonly DutyOutcome[]): string => {
  const file = opened(updating.text);
  const duties = file === null ? undefined : pairNamed(file.page, file.root, 'duties');
  const service = file === null || !duties ? undefined : pairNamed(file.page, duties, updating.after.id);
  if (file === null || (service && service.spot.below.size > 0 && !isFlow(file.page, service)))
    return updating.text;
  return editYaml(
    updating.text,
    outcomes
      .filter((one) => isNew(updating, one))
      .map(({ id }) => ({ kind: 'set', path: ['duties', updating.after.id, id], value: {} })),
  );
};

const pairNamed = (page: Page, mapping: Mapping, key: string): Mapping | undefined =>
  pairsOf(page, mapping).find(({ name }) => name === key);

const withOwnSplices = (text: string, updating: Updating, outcomes: readonly DutyOutcome[]): string => {
  const file = opened(text);
  if (file === null) return text;
  const { framed, page, root } = file;
  const items = itemsOf(page, root, 'models').filter((item) => textIn(item, 'id') === updating.after.id);
  return spliced(framed, [
    ...items.flatMap((item) => modelSplices(page, item, updating)),
    ...dutySplices(page, root, { moving: updating, outcomes }),
  ]);
};

const modelSplices = (page: Page, item: Mapping, { before, after, file }: Updating): readonly Splice[] => [
  ...keyInItem(page, item, { key: 'revision', written: dayLike(page, item, after), behind: 'id' }),
  ...keyInItem(page, item, { key: 'previous', written: `"${before.revision}"`, behind: 'revision' }),
  ...(file === null
    ? keyOutOfItem(page, item, 'file')
    : keyInItem(page, item, { key: 'file', written: JSON.stringify(file), behind: null })),
];

/** The new day in the quotes that the old one had. */
const dayLike = (page: Page, item: Mapping, { revision }: Model): string => {
  const pair = pairsOf(page, item).find(({ name }) => name === 'revision');
  const style = pair === undefined ? 'double' : styleOf(page, pair).text;
  return inlineText(revision, { flow: true, comment: null, style });
};

/** Held against what moving comes to as a value: the two are made independently of each other. */
const readAgain = (updating: Updating, text: string, outcomes: readonly DutyOutcome[]): Attestation => {
  const { value } = readAttestation({ name: updating.name, bytes: new TextEncoder().encode(text) });
  if (value !== null && canonicalJson(value) === canonicalJson(movedValue(updating, outcomes))) return value;
  throw new Failure(
    'bug',
    `${updating.name} moved to the new revision would not hold what was meant; nothing was written.`,
    'Please report this.',
  );
};

const movedValue = (updating: Updating, outcomes: readonly DutyOutcome[]): Attestation => {
  const { attestation, before, after, file } = updating;
  const fresh = outcomes.filter((one) => isNew(updating, one)).map(({ id }) => [id, NOTHING] as const);
  const answers = { ...answersTo(attestation, after.id), ...Object.fromEntries(fresh) };
  return {
    ...attestation,
    models: attestation.models.map(({ file: old, ...one }) =>
      one.id === after.id
        ? {
            ...one,
            revision: after.revision,
            previous: before.revision,
            ...(file === null ? {} : { file }),
          }
        : { ...one, ...(old === undefined ? {} : { file: old }) },
    ),
    duties: fresh.length === 0 ? attestation.duties : { ...attestation.duties, [after.id]: answers },
  };
};

const NOTHING: Answer = { evidence: [], tests: [], except: {} };
