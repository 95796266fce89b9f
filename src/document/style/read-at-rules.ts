// `@page` with its margin boxes, and `@font-face`.
import type { Atrule, CssNode } from 'css-tree';
import { MARGIN_BOXES } from '../../model/document.ts';
import { didYouMean } from '../did-you-mean.ts';
import { TABLES } from './properties.ts';
import { readBlock } from './read-block.ts';
import { type Block, complain, type FaceBlock, type PageBlock, type Reader, spotOfCss } from './theme.ts';

/** `@page`, `@page wide`, `@page :first` and `@page wide:first`, or lists of them. */
export const readPage = (node: Atrule, reader: Reader): readonly PageBlock[] => {
  const { block } = node;
  if (block === null) return [];
  const { declarations, variables } = readBlock(block, reader, TABLES['@page'], 'at-rule');
  const [variable] = variables;
  if (variable !== undefined)
    complain(reader, block, 'css-property', 'A page has no variables of its own.', 'Put them on :root.');
  const boxes = new Map<string, Block>();
  for (const child of block.children) if (child.type === 'Atrule') readBox(child, boxes, reader);
  return pageSelectors(node, reader).map((selector) => ({ ...selector, declarations, boxes }));
};

const readBox = (node: Atrule, boxes: Map<string, Block>, reader: Reader): void => {
  const known = MARGIN_BOXES.some((name) => name === node.name);
  if (known && node.block !== null)
    boxes.set(node.name, readBlock(node.block, reader, TABLES.elements, 'generated'));
  else
    complain(
      reader,
      node,
      'css-selector',
      `There is no margin box \`@${node.name}\`.`,
      didYouMean(node.name, MARGIN_BOXES),
    );
};

const pageSelectors = (node: Atrule, reader: Reader): readonly Pick<PageBlock, 'name' | 'first'>[] => {
  if (node.prelude === null) return [{ name: '', first: false }];
  const lists = node.prelude.type === 'AtrulePrelude' ? node.prelude.children.toArray() : [];
  return lists
    .flatMap((list) => (list.type === 'SelectorList' ? list.children.toArray() : [list]))
    .map((selector) => pageSelector(selector, reader));
};

const pageSelector = (node: CssNode, reader: Reader): Pick<PageBlock, 'name' | 'first'> => {
  const parts = node.type === 'Selector' ? node.children.toArray() : [node];
  let [name, first] = ['', false];
  for (const part of parts) {
    if (part.type === 'TypeSelector') name = part.name;
    else if (part.type === 'PseudoClassSelector' && part.name === 'first') first = true;
    else
      complain(
        reader,
        part,
        'css-selector',
        'This page selector is not part of the subset.',
        'Write @page, @page NAME, @page :first or @page NAME:first.',
      );
  }
  return { name, first };
};

export const readFace = (node: Atrule, reader: Reader): FaceBlock => {
  const block =
    node.block === null
      ? { declarations: [] }
      : readBlock(node.block, reader, TABLES['@font-face'], 'at-rule');
  return { declarations: block.declarations, spot: spotOfCss(reader, node) };
};
