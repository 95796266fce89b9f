// The changes of an attestation's file that no edit by keys can make: those inside of the list of models, and `previous` where it
// belongs, right below the period.
import { itemsOf, keyInItem, keyOutOfItem, textIn } from '../yaml/item-keys.ts';
import { lineEnd } from '../yaml/lines.ts';
import { opened } from '../yaml/open.ts';
import { endOf, isFlow, type Mapping, type Page, pairsOf } from '../yaml/place.ts';
import { type Splice, spliced } from '../yaml/splice.ts';

/** `models`: paths by model id; `previous`: the path to be named where the file has no such key yet. */
export type OwnSplices = { readonly models: Readonly<Record<string, string>>; readonly previous: string };

/** The text with them made. It has been read before without a diagnostic, and whoever asks reads the result again. */
export const withOwnSplices = (text: string, { models, previous }: OwnSplices): string => {
  const file = opened(text);
  if (file === null) return text;
  const { framed, page, root } = file;
  const splices = [
    ...previousBelowPeriod(page, root, previous),
    ...itemsOf(page, root, 'models').flatMap((item) => modelSplices(page, item, models)),
  ];
  return splices.length === 0 ? text : spliced(framed, splices);
};

const quoted = (value: string): string => JSON.stringify(value);

const previousBelowPeriod = (page: Page, root: Mapping, path: string): readonly Splice[] => {
  const pairs = isFlow(page, root) ? [] : pairsOf(page, root);
  const period = pairs.find(({ name }) => name === 'period');
  if (period === undefined || pairs.some(({ name }) => name === 'previous')) return [];
  const at = lineEnd(page.text, endOf(page, period));
  return [{ start: at, end: at, text: `\nprevious: ${quoted(path)}` }];
};

/** What the provider changed before the period was told in the one before. */
const modelSplices = (
  page: Page,
  item: Mapping,
  files: Readonly<Record<string, string>>,
): readonly Splice[] => {
  const file = files[textIn(item, 'id') ?? ''];
  return [
    ...keyOutOfItem(page, item, 'previous'),
    ...(file === undefined
      ? []
      : keyInItem(page, item, { key: 'file', written: quoted(file), behind: null })),
  ];
};
