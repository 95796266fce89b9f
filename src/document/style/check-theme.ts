// What can be told of a theme as a whole before any element is seen: variables, names of pages, attributes in margin boxes.
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { errorAt } from '../source-text.ts';
import { longhandsOf } from './cascade.ts';
import type { Declaration, Theme } from './theme.ts';
import type { Variables } from './variables.ts';

type Report = (diagnostic: Diagnostic) => void;

export const checkTheme = (theme: Theme, report: Report): void => {
  const variables = variablesOf(theme);
  const names = theme.pages.map(({ name }) => name);
  for (const { declarations } of [...theme.rules, ...theme.pages, ...theme.faces])
    check(declarations, variables, names, report);
  for (const { boxes } of theme.pages)
    for (const box of boxes.values()) checkBox(box.declarations, variables, names, report);
};

/** One value for each variable: the root's, else any. An element may have another, which is judged when it is seen. */
const variablesOf = (theme: Theme): Variables => {
  const isRoot = (rule: Theme['rules'][number]): boolean =>
    rule.selector.compounds[0]?.pseudos.includes('root') === true;
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
  names: readonly string[],
  report: Report,
): void => {
  for (const declaration of declarations) {
    for (const [property, value] of longhandsOf(declaration, variables, report)) {
      if (
        property !== 'page' ||
        value.kind !== 'keyword' ||
        value.word === 'auto' ||
        names.includes(value.word)
      )
        continue;
      const named = names.filter((name) => name !== '');
      report(
        errorAt(
          declaration.spot,
          'css-value',
          `There is no @page rule \`${value.word}\`.`,
          didYouMean(value.word, named, `Write @page ${value.word} { … }.`),
        ),
      );
    }
  }
};

const checkBox = (
  declarations: readonly Declaration[],
  variables: Variables,
  names: readonly string[],
  report: Report,
): void => {
  check(declarations, variables, names, report);
  for (const declaration of declarations) {
    // Variables were judged above: here only what they come to matters.
    const values = longhandsOf(declaration, variables, () => undefined).map(([, value]) => value);
    const attributes = values.some(
      (value) =>
        value.kind === 'content' &&
        value.parts.some(({ kind }) => kind === 'attribute' || kind === 'target-attribute'),
    );
    if (attributes)
      report(
        errorAt(
          declaration.spot,
          'css-value',
          'A margin box has no attributes.',
          'Use string(NAME), and string-set on an element.',
        ),
      );
  }
};
