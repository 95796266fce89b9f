// Blocks of declarations to the style they make: the later wins, variables are replaced, what cannot be read is reported.
import type { Diagnostic } from '../../problem.ts';
import { errorAt } from '../source-text.ts';
import { compute } from './compute.ts';
import type { Computed } from './computed.ts';
import { valueHint } from './read-block.ts';
import { type Longhand, readValue } from './read-value.ts';
import type { Block, Declaration } from './theme.ts';
import type { Value } from './value.ts';
import { substitute, type Variables } from './variables.ts';

type Report = (diagnostic: Diagnostic) => void;

/** The style of blocks, the least of them first, below `parent`; null for the root. */
export const resolve = (blocks: readonly Block[], parent: Computed | null, report: Report): Computed => {
  const variables = variablesOf(blocks, parent?.variables ?? new Map());
  const winners = new Map<string, Value>();
  for (const block of blocks) {
    for (const declaration of block.declarations)
      for (const [name, value] of longhandsOf(declaration, variables, report)) winners.set(name, value);
  }
  return compute(winners, variables, parent, parent?.rem ?? null);
};

const variablesOf = (blocks: readonly Block[], inherited: Variables): Variables => {
  const own = blocks.flatMap(({ variables }) => variables);
  return own.length === 0
    ? inherited
    : new Map([...inherited, ...own.map(({ name, pieces }) => [name, pieces] as const)]);
};

/** The longhands of a declaration, its variables replaced; what cannot be read then is reported and sets nothing. */
export const longhandsOf = (
  declaration: Declaration,
  variables: Variables,
  report: Report,
): readonly Longhand[] => {
  if (declaration.longhands !== null) return declaration.longhands;
  const pieces = substitute(declaration.pieces, variables);
  if ('kind' in pieces) {
    const sentence =
      pieces.why === 'cycle'
        ? `The variable \`${pieces.name}\` needs itself.`
        : `The variable \`${pieces.name}\` has no value here.`;
    report(
      errorAt(
        declaration.spot,
        'css-value',
        sentence,
        'Give it one on :root, or a fallback: var(--name, fallback).',
      ),
    );
    return [];
  }
  const longhands = readValue(declaration.row, pieces, declaration.table);
  if (!('kind' in longhands)) return longhands;
  report(
    errorAt(
      declaration.spot,
      'css-value',
      `\`${declaration.row.name}\` cannot have the value of its variables.`,
      valueHint(declaration.row),
    ),
  );
  return [];
};
