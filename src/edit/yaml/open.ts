// A file of people's opened for changes by range, for those that know better than keys and values where something belongs.
import { isSourceText, sourceText } from '../../read/source-text.ts';
import { yamlTree } from '../../read/yaml-tree.ts';
import { lineStart } from './lines.ts';
import { type Mapping, type Page, stepOf } from './place.ts';
import { type FramedText, framed } from './splice.ts';

/** `framed` is what splices are made on, `page` where places are looked up, `root` the mapping of the whole file. */
export type OpenFile = { readonly framed: FramedText; readonly page: Page; readonly root: Mapping };

/** Null where it cannot be read. Whoever asks has read it before without a diagnostic, and reads what comes of it again. */
export const opened = (text: string): OpenFile | null => {
  const frame = framed(text);
  const source = sourceText({ name: 'YAML', bytes: new TextEncoder().encode(frame.text) }, LARGEST);
  if (!isSourceText(source)) return null;
  const { data, root } = yamlTree(source);
  const page = { text: frame.text, step: stepOf(frame.text, root) };
  return { framed: frame, page, root: { spot: root, data, block: lineStart(frame.text, root.value.start) } };
};

/** In megabytes; larger files are refused by the reader, with a sentence of their own. */
const LARGEST = 9;
