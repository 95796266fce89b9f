// The two changes of an attestation's file that no edit by keys can make: paths inside of the list of models, and `previous` where it
// belongs, right below the period.
import { isMapping, type Plain, valueAt } from '../../read/plain.ts';
import { isSourceText, sourceText } from '../../read/source-text.ts';
import { yamlTree } from '../../read/yaml-tree.ts';
import { columnOf, lineEnd, lineStart } from '../yaml/lines.ts';
import { endOf, isFlow, type Mapping, type Page, pairsOf } from '../yaml/place.ts';
import { framed, type Splice, spliced } from '../yaml/splice.ts';

/** `models`: paths by model id; `previous`: the path to be named where the file has no such key yet. */
export type OwnSplices = { readonly models: Readonly<Record<string, string>>; readonly previous: string };

/** The text with them made. It has been read before without a diagnostic, and whoever asks reads the result again. */
export const withOwnSplices = (text: string, { models, previous }: OwnSplices): string => {
  const page = framed(text);
  const source = sourceText({ name: 'YAML', bytes: new TextEncoder().encode(page.text) }, LARGEST);
  if (!isSourceText(source)) return text;
  const { data, root } = yamlTree(source);
  const lined: Page = { text: page.text, step: 2 };
  const mapping = { spot: root, data, block: lineStart(page.text, root.value.start) };
  const splices = [...previousBelowPeriod(lined, mapping, previous), ...modelFiles(lined, mapping, models)];
  return splices.length === 0 ? text : spliced(page, splices);
};

/** In megabytes; larger files are refused by the reader, with a sentence of their own. */
const LARGEST = 9;

const quoted = (value: string): string => JSON.stringify(value);

const previousBelowPeriod = (page: Page, root: Mapping, path: string): readonly Splice[] => {
  const pairs = isFlow(page, root) ? [] : pairsOf(page, root);
  const period = pairs.find(({ name }) => name === 'period');
  if (period === undefined || pairs.some(({ name }) => name === 'previous')) return [];
  const at = lineEnd(page.text, endOf(page, period));
  return [{ start: at, end: at, text: `\nprevious: ${quoted(path)}` }];
};

const modelFiles = (
  page: Page,
  root: Mapping,
  files: Readonly<Record<string, string>>,
): readonly Splice[] => {
  const models = root.spot.below.get('models');
  if (models === undefined) return [];
  return [...models.below].flatMap(([index, spot]): readonly Splice[] => {
    const data = valueAt(root.data, ['models', Number(index)]);
    const file = files[idOf(data)];
    if (file === undefined || !isMapping(data)) return [];
    return fileInItem(page, { spot, data, block: lineStart(page.text, spot.value.start) }, file);
  });
};

const idOf = (data: Plain): string => String(valueAt(data, ['id']) ?? '');

const fileInItem = (page: Page, item: Mapping, file: string): readonly Splice[] => {
  const pairs = pairsOf(page, item);
  const own = pairs.find(({ name }) => name === 'file');
  if (own?.data !== undefined)
    return [{ start: own.spot.value.start, end: endOf(page, own), text: quoted(file) }];
  const last = own ?? pairs.at(-1);
  if (last === undefined) return [];
  const end = endOf(page, last);
  if (own !== undefined) return [{ start: end, end, text: ` ${quoted(file)}` }];
  if (isFlow(page, item)) return [{ start: end, end, text: `, file: ${quoted(file)}` }];
  const margin = ' '.repeat(columnOf(page.text, last.key.start));
  const at = lineEnd(page.text, end);
  // The first key stands behind a hyphen, so that its column is that of the others.
  return [{ start: at, end: at, text: `\n${margin}file: ${quoted(file)}` }];
};
