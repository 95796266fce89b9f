// The theme as read: rules with their declarations, `@page` rules and font faces, and all that is wrong with them.
import type { CssNode } from 'css-tree';
import type { Diagnostic, DiagnosticCode } from '../../problem.ts';
import { errorAt, type SourceText, type Spot } from '../source-text.ts';
import type { PropertyRow, PropertyTable } from './properties.ts';
import type { Longhand } from './read-value.ts';
import type { Selector } from './selector.ts';

/** `longhands` is null while the value waits for its variables; `pieces` is then read for each element. */
export type Declaration = {
  readonly row: PropertyRow;
  readonly table: PropertyTable;
  readonly pieces: readonly CssNode[];
  readonly longhands: readonly Longhand[] | null;
  readonly spot: Spot;
};
export type Variable = { readonly name: string; readonly pieces: readonly CssNode[]; readonly spot: Spot };
export type Block = {
  readonly declarations: readonly Declaration[];
  readonly variables: readonly Variable[];
};
/** `rank` orders rules as the cascade does: origin, specificity, place in the file. */
export type Rule = Block & { readonly selector: Selector; readonly rank: number };
export type PageBlock = {
  /** '' for every page. */
  readonly name: string;
  readonly first: boolean;
  readonly declarations: readonly Declaration[];
  readonly boxes: ReadonlyMap<string, Block>;
};
export type FaceBlock = { readonly declarations: readonly Declaration[]; readonly spot: Spot };
export type Theme = {
  readonly rules: readonly Rule[];
  readonly pages: readonly PageBlock[];
  readonly faces: readonly FaceBlock[];
};

/** Where a theme's reader stands: its file, and the diagnostics so far. */
export type Reader = { readonly source: SourceText; readonly diagnostics: Diagnostic[] };

export const spotOfCss = (reader: Reader, node: CssNode): Spot => {
  const [start, end] = [node.loc?.start.offset ?? 0, node.loc?.end.offset ?? 0];
  return { source: reader.source, offset: start, length: end - start };
};

export const complain = (
  reader: Reader,
  node: CssNode,
  code: DiagnosticCode,
  sentence: string,
  hint: string,
): void => {
  reader.diagnostics.push(errorAt(spotOfCss(reader, node), code, sentence, hint));
};
