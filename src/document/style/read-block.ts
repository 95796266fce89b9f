// The declarations of one block: each property must be in the table, and its value readable; variables wait.
import type { Block as CssBlock, Declaration as CssDeclaration, CssNode } from 'css-tree';
import { didYouMean } from '../did-you-mean.ts';
import type { PropertyRow, PropertyTable } from './properties.ts';
import { readValue } from './read-value.ts';
import { type Block, complain, type Declaration, type Reader, spotOfCss, type Variable } from './theme.ts';
import { usesVariables } from './variables.ts';

/** `generated` blocks are those of ::before, ::after and margin boxes: only they have content. */
export type BlockKind = 'elements' | 'generated' | 'at-rule';

export const readBlock = (node: CssBlock, reader: Reader, table: PropertyTable, kind: BlockKind): Block => {
  const declarations: Declaration[] = [];
  const variables: Variable[] = [];
  for (const child of node.children) {
    if (child.type !== 'Declaration') {
      if (child.type !== 'Raw' && child.type !== 'Atrule')
        complain(reader, child, 'css-syntax', 'Rules cannot be nested.', 'Write the rule by itself.');
      continue;
    }
    if (child.property.startsWith('--'))
      variables.push({ name: child.property, pieces: piecesOf(child), spot: spotOfCss(reader, child) });
    else declarations.push(...readDeclaration(child, reader, table, kind));
  }
  return { declarations, variables };
};

const piecesOf = (node: CssDeclaration): readonly CssNode[] =>
  node.value.type === 'Value' ? node.value.children.toArray() : [];

const readDeclaration = (
  node: CssDeclaration,
  reader: Reader,
  table: PropertyTable,
  kind: BlockKind,
): readonly Declaration[] => {
  const row = table.get(node.property);
  const refused = (sentence: string, hint: string): readonly Declaration[] => {
    complain(reader, node, 'css-property', sentence, hint);
    return [];
  };
  if (row === undefined)
    return refused(
      `There is no property \`${node.property}\` here.`,
      didYouMean(node.property, [...table.keys()]),
    );
  if (row.name === 'content' && kind === 'elements')
    return refused('An element has no `content`.', 'Content belongs to ::before, ::after and margin boxes.');
  if (node.important !== false)
    return refused('`!important` is not part of the subset.', 'Use a more specific selector.');
  if (node.value.type !== 'Value') return [];
  const pieces = piecesOf(node);
  const spot = spotOfCss(reader, node.value);
  if (usesVariables(pieces)) return [{ row, table, pieces, longhands: null, spot }];
  const longhands = readValue(row, pieces, table);
  if (!('kind' in longhands)) return [{ row, table, pieces, longhands, spot }];
  complain(
    reader,
    longhands.node ?? node,
    'css-value',
    `\`${node.property}\` cannot have this value.`,
    valueHint(row),
  );
  return [];
};

export const valueHint = (row: PropertyRow): string => {
  const how = {
    one: 'It is',
    'one or two': 'It is one or two of',
    'one to four': 'It is one to four of',
    'any order': 'It is, in any order,',
    list: 'It is, with commas between,',
  }[row.many];
  return `${how} ${row.values.map((value) => `\`${value}\``).join(', ')}.`;
};
