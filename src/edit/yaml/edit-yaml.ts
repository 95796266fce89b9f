// Changes people's YAML files by range: what changes, changes, and every other byte stays. The result is read again before it is
// given out, by the reader that will read the file.
import { type Diagnostic, Failure } from '../../problem.ts';
import { type Plain, printPath } from '../../read/plain.ts';
import { isSourceText, type SourceText, sourceText } from '../../read/source-text.ts';
import { type Spot, type YamlTree, yamlTree } from '../../read/yaml-tree.ts';
import { difference, expected } from './expected.ts';
import { lineStart } from './lines.ts';
import { isFlow, stepOf } from './place.ts';
import { plan } from './plan.ts';
import { type FramedText, framed, overlap, spliced } from './splice.ts';
import { wishOf, type YamlEdit } from './wish.ts';

/** The largest file of ours that is read, in megabytes. */
const LARGEST = 8;
/** Line ends that the frame adds must not make a file too large. */
const FRAME = 0.001;

/**
 * The text of the file with the edits made, in the order given.
 *
 * Comments, empty lines, quotes, line ends and layout stay. What goes with a key that is removed, or that a new mapping lacks, is the
 * comment on its line and those inside of its value; comments inside of a value that is replaced by one of another kind move above
 * the key. A mapping without brackets whose last key is removed becomes an empty value, one in brackets `{}`.
 *
 * Throws an `input-invalid` failure where the file cannot be read, and a `bug` failure that names the path where an edit runs
 * through a text or a list, or holds what no file can (a control character, an empty key).
 */
export const editYaml = (text: string, edits: readonly YamlEdit[]): string => {
  if (edits.length === 0) return text;
  const { result, wanted } = changed(text, edits);
  const path = difference(wanted, dataOf(result));
  if (path !== null) throw mistake(path, 'What was written is not what was meant.');
  return result;
};

/** On its own, so that what the parser made of the file can go before the result is parsed. */
const changed = (
  text: string,
  edits: readonly YamlEdit[],
): { readonly result: string; readonly wanted: Plain } => {
  const page = framed(text);
  const { data, root } = readable(page, text);
  const wish = wishOf(data, edits);
  const lined = { text: page.text, step: stepOf(page.text, root) };
  const block = lineStart(page.text, root.value.start);
  const splices = plan(lined, { spot: root, data, block }, wish);
  if (overlap(splices)) throw mistake([], 'Two changes are in the same place.');
  return {
    result: splices.length === 0 ? text : spliced(page, splices),
    wanted: expected(data, root, wish, (spot) => isFlow(lined, { spot })),
  };
};

const source = (text: string, megabytes: number): SourceText | Diagnostic =>
  sourceText({ name: 'YAML', bytes: new TextEncoder().encode(text) }, megabytes);

/** The tree of the framed text; what is wrong is told with the places of the file itself. */
const readable = (page: FramedText, file: string): YamlTree => {
  const tree = treeOf(page.text, LARGEST + FRAME);
  if ('root' in tree && tree.diagnostics.length === 0) return tree;
  throw new Failure(
    'input-invalid',
    'A file with errors is not changed.',
    'Correct the file first: `countersign check` names every error.',
    { diagnostics: treeOf(file, LARGEST).diagnostics },
  );
};

const treeOf = (text: string, megabytes: number): YamlTree | Pick<YamlTree, 'diagnostics'> => {
  const read = source(text, megabytes);
  return isSourceText(read) ? yamlTree(read) : { diagnostics: [read] };
};

const dataOf = (text: string): Plain => {
  const read = source(text, LARGEST);
  if (!isSourceText(read)) throw mistake([], read.sentence);
  const tree = yamlTree(read);
  const first = tree.diagnostics[0];
  if (first === undefined) return tree.data;
  throw mistake(pathTo(tree.root, offsetOf(read, first)), first.sentence);
};

const offsetOf = ({ starts }: SourceText, { place }: Diagnostic): number =>
  place === null ? -1 : (starts[place.line - 1] ?? 0) + place.column - 1;

/** The keys that lead to the innermost value around an offset. */
const pathTo = (spot: Spot, offset: number): readonly string[] => {
  for (const [name, below] of spot.below) {
    const { start } = below.key ?? below.value;
    const end = Math.max(below.value.end, below.key?.end ?? 0);
    if (start <= offset && offset <= end) return [String(name), ...pathTo(below, offset)];
  }
  return [];
};

const mistake = (path: readonly string[], why: string): Failure =>
  new Failure(
    'bug',
    `The edit of a YAML file at ${path.length === 0 ? 'its root' : printPath(path)} failed: ${why}`,
    'Nothing was changed. Please report this.',
  );
