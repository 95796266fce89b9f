// What the lint of a template knows while it walks, and how it tells what is wrong.
import type { Diagnostic, DiagnosticCode } from '../../problem.ts';
import { errorAt, type SourceText } from '../source-text.ts';
import { type Node, spotOf } from './syntax.ts';
import type { Words } from './words.ts';

/** What a template is checked against. `report` collects. */
export type LintContext = {
  readonly source: SourceText;
  readonly partials: readonly string[];
  readonly words: Words;
  /** How many blocks are open around what is looked at. */
  readonly depth: number;
  readonly report: (diagnostic: Diagnostic) => void;
};

export const complain = (
  context: LintContext,
  node: Node,
  code: DiagnosticCode,
  sentence: string,
  hint: string,
): void => context.report(errorAt(spotOf(context.source, node), code, sentence, hint));
