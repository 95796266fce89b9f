// What can be told of a theme as a whole before any element is seen: variables, names of pages, attributes in margin boxes.
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { errorAt } from '../source-text.ts';
import { longhandsOf } from './resolve.ts';
import type { Declaration, Theme } from './theme.ts';
import type { Value } from './value.ts';
import type { Variables } from './variables.ts';

type Report = (diagnostic: Diagnostic) => void;

export const checkTheme = (theme: Theme, report: Report): void => {
  const variables = variablesOf(theme);
  const known: Known = {
    pages: theme.pages.map(({ name }) => name),
    counters: countersOf(theme, variables),
  };
  for (const { declarations } of [...theme.rules, ...theme.pages, ...theme.faces])
    check(declarations, variables, known, report);
  for (const { boxes } of theme.pages)
    for (const box of boxes.values()) checkBox(box.declarations, variables, known, report);
};

/** Names that some rule gives a meaning. */
type Known = { readonly pages: readonly string[]; readonly counters: readonly string[] };

const ignore: Report = () => undefined;

const countersOf = (theme: Theme, variables: Variables): readonly string[] =>
  theme.rules
    .flatMap(({ declarations }) => declarations)
    .flatMap((declaration) => longhandsOf(declaration, variables, ignore))
    .flatMap(([, value]) => (value.kind === 'counters' ? value.steps.map(({ name }) => name) : []));

/** One value for each variable: the root's, else any. An element may have another, which is judged when it is seen. */
const variablesOf = (theme: Theme): Variables => {
  const isRoot = (rule: Theme['rules'][number]): boolean => rule.selector.compounds[0]?.root === true;
  const ofRules = [...theme.rules.filter((rule) => !isRoot(rule)), ...theme.rules.filter(isRoot)];
  const ofBoxes = theme.pages.flatMap(({ boxes }) => [...boxes.values()]);
  return new Map(
    [...ofBoxes, ...ofRules]
      .flatMap(({ variables }) => variables)
      .map(({ name, pieces }) => [name, pieces] as const),
  );
};

const check = (
  declarations: readonly Declaration[],
  variables: Variables,
  known: Known,
  report: Report,
): void => {
  for (const declaration of declarations) {
    for (const [property, value] of longhandsOf(declaration, variables, report)) {
      const unknown =
        property === 'page' ? unknownPage(value, known.pages) : unknownCounter(value, known.counters);
      if (unknown !== null) report(errorAt(declaration.spot, 'css-value', unknown.sentence, unknown.hint));
    }
  }
};

type Unknown = { readonly sentence: string; readonly hint: string };

const unknownPage = (value: Value, pages: readonly string[]): Unknown | null => {
  if (value.kind !== 'keyword' || value.word === 'auto' || pages.includes(value.word)) return null;
  const named = pages.filter((name) => name !== '');
  return {
    sentence: `There is no @page rule \`${value.word}\`.`,
    hint: didYouMean(value.word, named, `Write @page ${value.word} { … }.`),
  };
};

const unknownCounter = (value: Value, counters: readonly string[]): Unknown | null => {
  const parts = value.kind === 'content' ? value.parts : [];
  const part = parts.find(({ kind }) => kind === 'count');
  if (part?.kind !== 'count' || counters.includes(part.name)) return null;
  return {
    sentence: `No rule counts \`${part.name}\`.`,
    hint: didYouMean(
      part.name,
      ['page', 'pages', ...counters],
      `Write counter-increment: ${part.name} on what is counted.`,
    ),
  };
};

const checkBox = (
  declarations: readonly Declaration[],
  variables: Variables,
  known: Known,
  report: Report,
): void => {
  check(declarations, variables, known, report);
  for (const declaration of declarations) {
    // Variables were judged above: here only what they come to matters.
    const values = longhandsOf(declaration, variables, ignore).map(([, value]) => value);
    const kinds = values
      .flatMap((value) => (value.kind === 'content' ? value.parts : []))
      .map(({ kind }) => kind);
    const refused = (sentence: string): void =>
      report(
        errorAt(declaration.spot, 'css-value', sentence, 'Use string(NAME), and string-set on an element.'),
      );
    if (kinds.includes('attribute') || kinds.includes('target-attribute'))
      refused('A margin box has no attributes.');
    else if (kinds.includes('count')) refused('A margin box has no counters but page and pages.');
  }
};
