// How partials use one another: who calls whom is known before rendering, because a partial's name is never computed.
import type { Diagnostic } from '../../problem.ts';
import { errorAt, type SourceText } from '../source-text.ts';
import type { Program } from './grammar.ts';
import {
  isBlock,
  isPartial,
  isPartialBlock,
  type Node,
  type Partial,
  spotOf,
  writtenName,
} from './syntax.ts';

/** A template's tree with its source; `name` is the partial's, or the file name of a whole template. */
export type ParsedTemplate = {
  readonly name: string;
  readonly source: SourceText;
  readonly program: Program;
};

const programsOf = (node: Node): readonly (Program | undefined)[] =>
  isBlock(node) ? [node.program, node.inverse] : isPartialBlock(node) ? [node.program] : [];

const callsIn = (program: Program | undefined): readonly Partial[] =>
  (program?.body ?? []).flatMap((node) => [
    ...(isPartial(node) ? [node] : []),
    ...programsOf(node).flatMap(callsIn),
  ]);

/** Partials that call themselves, over however many others, and blocks that a partial asks for and does not get. */
export const lintPartialCalls = (templates: readonly ParsedTemplate[]): readonly Diagnostic[] => {
  const calls = new Map(templates.map((template) => [template.name, callsIn(template.program)] as const));
  const needsBlock = new Set(
    [...calls]
      .filter(([, partials]) => partials.some(({ name }) => writtenName(name) === '@partial-block'))
      .map(([name]) => name),
  );
  return templates.flatMap((template) =>
    (calls.get(template.name) ?? []).flatMap((call) => {
      const name = writtenName(call.name);
      const spot = spotOf(template.source, call);
      if (reaches(name, template.name, calls))
        return [
          errorAt(
            spot,
            'template-partial-unknown',
            `The partial \`${name}\` ends up calling itself.`,
            'Partials cannot be recursive.',
          ),
        ];
      if (!needsBlock.has(name) || isPartialBlock(call)) return [];
      return [
        errorAt(
          spot,
          'template-partial-unknown',
          `The partial \`${name}\` needs a block.`,
          `Write {{#> ${name}}} … {{/${name}}}.`,
        ),
      ];
    }),
  );
};

const reaches = (
  from: string,
  to: string,
  calls: ReadonlyMap<string, readonly Partial[]>,
  seen = new Set<string>(),
): boolean => {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (calls.get(from) ?? []).some(({ name }) => reaches(writtenName(name), to, calls, seen));
};
