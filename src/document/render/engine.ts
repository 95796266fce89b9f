// An isolated Handlebars with our helpers alone, holding the compiled templates of one folder.
import Handlebars from 'handlebars';
import { type Diagnostic, type DiagnosticCode, Failure } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { refuse, refuseIfAny, withinStack } from '../refuse.ts';
import { errorAt, type Spot } from '../source-text.ts';
import { blockHelpers } from './blocks.ts';
import { escapeText, markupOf } from './escape.ts';
import type { HelperRow } from './helper.ts';
import { HELPERS } from './helpers/index.ts';
import type { Limits, Run } from './limits.ts';
import { markerOf, type Origin, type Rendered, takeMarkers } from './markers.ts';
import type { ParsedTemplate } from './partials.ts';
import { ENTER, GET, PRINT, rewriteTemplate } from './rewrite.ts';
import { kindOf, namesIn, ownValue } from './values.ts';
import type { Words } from './words.ts';

/** Renders one of the folder's whole templates. Throws `template-invalid` for what only rendering shows. */
export type Engine = (name: string, data: unknown) => Rendered;

type Parts = {
  readonly template: string;
  readonly words: Words;
  readonly origins: Origin[];
  readonly run: Run;
  readonly limits: Limits;
  /** Diagnostics that do not stop the rendering. */
  readonly kept: Diagnostic[];
};

/** `templates` must have passed the lint. */
export const makeEngine = (
  template: string,
  templates: readonly ParsedTemplate[],
  words: Words,
  limits: Limits,
): Engine => {
  const parts: Parts = { template, words, origins: [], run: { steps: 0, output: 0 }, limits, kept: [] };
  const handlebars = isolated(parts);
  const compiled = new Map(
    templates.map(
      ({ name, source, program }) =>
        [name, compile(handlebars, rewriteTemplate(source, program, parts.origins))] as const,
    ),
  );
  for (const [name, delegate] of compiled) handlebars.registerPartial(name, delegate);
  const wholes = new Map(
    templates.map(({ name, source }) => [name, { source, offset: 0, length: 1 }] as const),
  );
  return (name, data) => {
    const [delegate, whole] = [compiled.get(name), wholes.get(name)];
    if (delegate === undefined || whole === undefined)
      throw new Failure('bug', `There is no template ${name}.`, 'Please report this.');
    return renderOne(parts, delegate, data, whole);
  };
};

const renderOne = (
  parts: Parts,
  delegate: Handlebars.TemplateDelegate,
  data: unknown,
  whole: Spot,
): Rendered => {
  Object.assign(parts.run, { steps: 0, output: 0 });
  parts.kept.length = 0;
  const output = withinStack(parts.template, whole.source.file, () => delegate(data));
  refuseIfAny(parts.template, parts.kept);
  return takeMarkers(output, parts.origins, whole);
};

const NAMES = [GET, PRINT, ENTER, 'if', 'unless', 'each', 'with', ...HELPERS.map(({ name }) => name)];

const compile = (handlebars: typeof Handlebars, program: hbs.AST.Program): Handlebars.TemplateDelegate =>
  handlebars.compile(program, {
    knownHelpers: Object.fromEntries(NAMES.map((name) => [name, true])),
    knownHelpersOnly: true,
    noEscape: true, // $print escapes, and marks where each value came from
    preventIndent: true, // a partial's lines are its own; indenting them would reach into people's text
  });

const isolated = (parts: Parts): typeof Handlebars => {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  for (const name of Object.keys(handlebars.decorators)) handlebars.unregisterDecorator(name);
  const stop = (origin: number, sentence: string, hint: string): never =>
    fail(parts, origin, 'value-invalid', sentence, hint);
  for (const [name, helper] of Object.entries(blockHelpers(stop))) handlebars.registerHelper(name, helper);
  for (const row of HELPERS) handlebars.registerHelper(row.name, helperOf(row, parts));
  handlebars.registerHelper(GET, (...args: unknown[]) =>
    look(parts, Number(args[0]), args[1], args.slice(2, -1).map(String)),
  );
  handlebars.registerHelper(PRINT, (origin: number, value: unknown) => print(parts, origin, value));
  handlebars.registerHelper(ENTER, (origin: number, characters: number) => enter(parts, origin, characters));
  return handlebars;
};

const spotAt = (parts: Parts, origin: number): Spot => {
  const found = parts.origins[origin]?.spot;
  if (found === undefined)
    throw new Failure(
      'bug',
      `Spot ${origin} of template ${parts.template} is not known.`,
      'Please report this.',
    );
  return found;
};

const fail = (parts: Parts, origin: number, code: DiagnosticCode, sentence: string, hint: string): never =>
  refuse(parts.template, [...parts.kept, errorAt(spotAt(parts, origin), code, sentence, hint)]);

const helperOf =
  (row: HelperRow, parts: Parts) =>
  (origin: number, ...args: unknown[]): unknown => {
    const options = args.at(-1);
    return row.call({
      values: args.slice(0, -1),
      // Handlebars fills the record of named values from the last to the first.
      named: Object.fromEntries(Object.entries(Object(Reflect.get(Object(options), 'hash'))).toReversed()),
      words: parts.words,
      fail: (code, sentence, hint) => fail(parts, origin, code, sentence, hint),
    });
  };

/** Follows names inwards; one that is not there stops rendering, and so does looking into null. */
const look = (parts: Parts, origin: number, base: unknown, names: readonly string[]): unknown => {
  let at = base;
  if (at === undefined)
    return fail(
      parts,
      origin,
      'template-name-missing',
      'This name has no value here.',
      '@index and @key live inside {{#each}}, @partial-block inside a partial called with a block.',
    );
  for (const name of names) {
    const value = ownValue(at, name);
    if (value === undefined) return missing(parts, origin, at, name);
    at = value;
  }
  return at;
};

const missing = (parts: Parts, origin: number, at: unknown, name: string): never => {
  if (at === null)
    return fail(
      parts,
      origin,
      'template-name-missing',
      `\`${name}\` is looked up in null.`,
      'Ask with {{#if}} or {{#with}} first.',
    );
  const sentence =
    typeof at === 'object' && !Array.isArray(at)
      ? `There is no \`${name}\` here.`
      : `There is no \`${name}\` in ${kindOf(at)}.`;
  return fail(parts, origin, 'template-name-missing', sentence, didYouMean(name, namesIn(at)));
};

/** A value as output: a text or number escaped, a helper's markup as it is. Anything else would print something nobody wrote. */
const print = (parts: Parts, origin: number, value: unknown): string => {
  const html =
    markupOf(value) ??
    (typeof value === 'string' || typeof value === 'number' ? escapeText(String(value)) : null);
  if (html === null) {
    parts.kept.push(
      errorAt(
        spotAt(parts, origin),
        'value-invalid',
        `This is ${kindOf(value)}, which cannot be printed.`,
        "Ask with {{#if}} first, or give another text: {{or value '–'}}.",
      ),
    );
    if (parts.kept.length >= MOST_KEPT) refuse(parts.template, parts.kept);
  }
  parts.run.output += html?.length ?? 0;
  return markerOf(origin) + (html ?? '');
};

const MOST_KEPT = 50;

const enter = (parts: Parts, origin: number, characters: number): string => {
  parts.run.steps += 1;
  parts.run.output += characters;
  if (parts.run.steps > parts.limits.steps || parts.run.output > parts.limits.output) {
    fail(
      parts,
      origin,
      'template-limit',
      'The template does not come to an end.',
      'Its output is larger than any report; look for an {{#each}} inside another over the same list.',
    );
  }
  return '';
};
