// The lint of one template: everything that can be told from its syntax tree, all of it at once, before anything renders.
import { didYouMean } from '../did-you-mean.ts';
import type { Program } from './grammar.ts';
import { lintCall } from './lint-calls.ts';
import { complain, type LintContext } from './lint-context.ts';
import {
  type Block,
  type Call,
  hasArguments,
  isBlock,
  isContent,
  isMustache,
  isPartial,
  isPath,
  isSub,
  type Node,
  type Partial,
  type Path,
  pairsOf,
  writtenName,
} from './syntax.ts';

/** The `@` names there are; everything else behind an `@` is refused. */
const DATA_NAMES = ['root', 'index', 'key', 'first', 'last', 'partial-block'];

export const lintProgram = (program: Program | undefined, context: LintContext): void => {
  for (const statement of program?.body ?? []) lintStatement(statement, context);
};

const lintStatement = (node: Node, context: LintContext): void => {
  if (isPartial(node)) lintPartial(node, context);
  else if (isBlock(node)) lintBlock(node, context);
  else if (isMustache(node)) lintMustache(node, context);
  else if (!isContent(node) && node.type !== 'CommentStatement') {
    const hint = 'Put the part into a file of its own under partials/.';
    complain(
      context,
      node,
      'template-syntax',
      'Decorators and inline partials are not part of a template.',
      hint,
    );
  }
};

const lintMustache = (node: hbs.AST.MustacheStatement, context: LintContext): void => {
  if (!node.escaped) {
    complain(
      context,
      node,
      'template-unescaped',
      'Values are always escaped: {{{ … }}} and {{& … }} are refused.',
      'Write {{ … }}; markup belongs into the template, not into data.',
    );
  }
  lintExpression(node, context, hasArguments(node) ? 'call' : 'value');
};

/** Deeper than any template people write. */
const DEEPEST = 100;

const lintBlock = (node: Block, context: LintContext): void => {
  const inner = { ...context, depth: context.depth + 1 };
  if (context.depth >= DEEPEST) {
    complain(
      context,
      node,
      'template-syntax',
      `Blocks nest more than ${DEEPEST} deep.`,
      'Move some into a partial.',
    );
    return;
  }
  lintExpression(node, context, 'block');
  lintProgram(node.program, inner);
  lintProgram(node.inverse, inner);
};

const lintExpression = (node: Call, context: LintContext, as: 'call' | 'block' | 'value'): void => {
  if (as === 'value') {
    lintValue(node.path, context);
    return;
  }
  lintCall(node, context, as);
  for (const value of [...node.params, ...pairsOf(node).map((pair) => pair.value)]) lintValue(value, context);
};

const lintValue = (node: Node, context: LintContext): void => {
  if (isSub(node)) lintExpression(node, context, 'call');
  else if (isPath(node)) lintPath(node, context);
  else if (node.type === 'UndefinedLiteral') {
    complain(context, node, 'template-syntax', '`undefined` is no value.', 'Absent values are null.');
  }
};

const lintPath = (path: Path, context: LintContext): void => {
  const name = path.parts[0] ?? '';
  if (!path.data || DATA_NAMES.includes(name)) return;
  complain(context, path, 'template-name-missing', `There is no \`@${name}\`.`, didYouMean(name, DATA_NAMES));
};

const lintPartial = (node: Partial, context: LintContext): void => {
  const name = writtenName(node.name);
  if (isSub(node.name))
    complain(
      context,
      node.name,
      'template-partial-unknown',
      'The name of a partial cannot be computed.',
      'Write it out, and choose with {{#if}}.',
    );
  else if (name !== '@partial-block' && !context.partials.includes(name)) {
    complain(
      context,
      node.name,
      'template-partial-unknown',
      `There is no partial \`${name}\`.`,
      didYouMean(name, context.partials, `Make it: partials/${name}.hbs.`),
    );
  }
  for (const value of [...node.params, ...pairsOf(node).map((pair) => pair.value)]) lintValue(value, context);
  if (node.type === 'PartialBlockStatement') lintProgram(Reflect.get(node, 'program'), context);
};
