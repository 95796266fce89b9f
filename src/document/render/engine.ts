// The templates of one folder, each turned into functions once; rendering runs them. The grammar is Handlebars', and what runs is ours:
// strict, with our helpers alone, and with the place of every piece of output known.
import { type Diagnostic, Failure } from '../../problem.ts';
import { refuse, refuseIfAny, withinStack } from '../refuse.ts';
import { errorAt } from '../source-text.ts';
import type { Limits } from './limits.ts';
import type { ParsedTemplate } from './partials.ts';
import { newOutput, type Rendered, renderedFrom } from './rendered.ts';
import type { Statement } from './scope.ts';
import { makeBody, type StatementMaking } from './statements.ts';
import type { Words } from './words.ts';

/** Renders one of the folder's whole templates. Throws `template-invalid` for what only rendering shows. */
export type Engine = (name: string, data: unknown) => Rendered;

/** Of values that cannot be printed: more than anybody mends in one go. */
const MOST_KEPT = 50;

/** `templates` must have passed the lint. */
export const makeEngine = (
  template: string,
  templates: readonly ParsedTemplate[],
  words: Words,
  limits: Limits,
): Engine => {
  const kept: Diagnostic[] = [];
  const programs = new Map<string, Statement>();
  const making: Omit<StatementMaking, 'source'> = {
    words,
    limits,
    locals: [],
    partials: programs,
    fail: (spot, ...said) => refuse(template, [...kept, errorAt(spot, ...said)]),
    tell: (diagnostic) => {
      kept.push(diagnostic);
      if (kept.length >= MOST_KEPT) refuse(template, kept);
    },
  };
  for (const { name, source, program } of templates)
    programs.set(name, makeBody(program, { ...making, source }));
  return (name, data) => {
    const [run, source] = [programs.get(name), templates.find((one) => one.name === name)?.source];
    if (run === undefined || source === undefined)
      throw new Failure('bug', `There is no template ${name}.`, 'Please report this.');
    kept.length = 0;
    const output = newOutput();
    const scope = { context: data, outer: null, locals: null, data: { root: data, each: null, block: null } };
    withinStack(template, source.file, () => run(scope, { output, run: { steps: 0 } }));
    refuseIfAny(template, kept);
    return renderedFrom(output, { source, offset: 0, length: 1 });
  };
};
