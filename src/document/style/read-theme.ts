// theme.css to rules, by css-tree; what is outside the subset is a diagnostic with its place, and nothing is ignored.
import { type CssNode, type Rule as CssRule, parse } from 'css-tree';
import { errorAt, type SourceText, type Spot } from '../source-text.ts';
import { TABLES } from './properties.ts';
import { readFace, readPage } from './read-at-rules.ts';
import { readBlock } from './read-block.ts';
import { readSelector } from './selector.ts';
import { complain, type FaceBlock, type PageBlock, type Reader, type Rule, type Theme } from './theme.ts';

// Larger than any specificity times SPREAD; SPREAD is larger than any offset in a file.
const ORIGIN = 1e15;
const SPREAD = 1e7;

/** Reads a style sheet. `origin` 0 is the defaults, 1 the theme: a higher origin wins over any specificity. */
export const readTheme = (
  source: SourceText,
  origin: 0 | 1,
): { readonly theme: Theme; readonly diagnostics: Reader['diagnostics'] } => {
  const reader: Reader = { source, diagnostics: [] };
  const sheet = parseCss(reader);
  const rules: Rule[] = [];
  const pages: PageBlock[] = [];
  const faces: FaceBlock[] = [];
  for (const node of sheet.type === 'StyleSheet' ? sheet.children : []) {
    if (node.type === 'Rule') rules.push(...readRule(node, reader, origin * ORIGIN));
    else if (node.type === 'Atrule' && node.name === 'page') pages.push(...readPage(node, reader));
    else if (node.type === 'Atrule' && node.name === 'font-face') faces.push(readFace(node, reader));
    else if (node.type === 'Atrule')
      complain(
        reader,
        node,
        'css-syntax',
        `\`@${node.name}\` is not part of the subset.`,
        'There are @page and @font-face.',
      );
  }
  return { theme: { rules, pages, faces }, diagnostics: reader.diagnostics };
};

const parseCss = (reader: Reader): CssNode =>
  parse(reader.source.text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: (error, fallback) => {
      const spot: Spot = {
        source: reader.source,
        offset: Math.min(error.offset ?? fallback.loc?.start.offset ?? 0, reader.source.text.length),
        length: 1,
      };
      reader.diagnostics.push(errorAt(spot, 'css-syntax', `${error.message}.`, 'Mend the style sheet here.'));
    },
  });

const readRule = (node: CssRule, reader: Reader, origin: number): readonly Rule[] => {
  if (node.prelude.type !== 'SelectorList') return [];
  return node.prelude.children.toArray().flatMap((one, index) => {
    const selector = one.type === 'Selector' ? readSelector(one) : null;
    if (selector === null) return [];
    if ('kind' in selector) {
      complain(reader, selector.node, 'css-selector', selector.sentence, selector.hint);
      return [];
    }
    // The block of `a, b { … }` is read once for its diagnostics, and again without them.
    const block = readBlock(
      node.block,
      index === 0 ? reader : { ...reader, diagnostics: [] },
      TABLES.elements,
      selector.pseudoElement === null ? 'elements' : 'generated',
    );
    return [
      { ...block, selector, rank: origin + selector.specificity * SPREAD + (node.loc?.start.offset ?? 0) },
    ];
  });
};
