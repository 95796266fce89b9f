// Custom properties: `var(--x, fallback)` is replaced by the pieces of its value, inside functions as well.
import { type CssNode, List } from 'css-tree';

export type Variables = ReadonlyMap<string, readonly CssNode[]>;
/** A variable that has no value and no fallback, or that needs itself. */
export type Unresolved = {
  readonly kind: 'unresolved';
  readonly name: string;
  readonly why: 'missing' | 'cycle';
};

export const usesVariables = (pieces: readonly CssNode[]): boolean =>
  pieces.some(
    (piece) => piece.type === 'Function' && (piece.name === 'var' || usesVariables(piece.children.toArray())),
  );

const isUnresolved = (value: readonly CssNode[] | Unresolved): value is Unresolved => 'kind' in value;

/** The pieces with every `var()` replaced. */
export const substitute = (
  pieces: readonly CssNode[],
  variables: Variables,
  inside: readonly string[] = [],
): readonly CssNode[] | Unresolved => {
  const result: CssNode[] = [];
  for (const piece of pieces) {
    const replaced = piece.type === 'Function' ? substituteFunction(piece, variables, inside) : [piece];
    if (isUnresolved(replaced)) return replaced;
    result.push(...replaced);
  }
  return result;
};

const substituteFunction = (
  node: CssNode & { readonly type: 'Function' },
  variables: Variables,
  inside: readonly string[],
): readonly CssNode[] | Unresolved => {
  const children = node.children.toArray();
  if (node.name === 'var') return substituteVariable(children, variables, inside);
  const inner = substitute(children, variables, inside);
  return isUnresolved(inner) ? inner : [{ ...node, children: new List<CssNode>().fromArray([...inner]) }];
};

const substituteVariable = (
  children: readonly CssNode[],
  variables: Variables,
  inside: readonly string[],
): readonly CssNode[] | Unresolved => {
  const [first, , ...fallback] = children;
  const name = first?.type === 'Identifier' ? first.name : '';
  if (inside.includes(name)) return { kind: 'unresolved', name, why: 'cycle' };
  const value = variables.get(name);
  if (value !== undefined) return substitute(value, variables, [...inside, name]);
  if (children.length < 2) return { kind: 'unresolved', name, why: 'missing' };
  return substitute(fallback.flatMap(piecesOf), variables, [...inside, name]);
};

/** css-tree wraps a fallback in a value of its own. */
const piecesOf = (node: CssNode): readonly CssNode[] =>
  node.type === 'Value' ? node.children.toArray() : [node];
