// Faults of `data-` attributes in a workbook: unknown, of a value they cannot have, without what they need, or not the
// template's own. Tags that are written alike are judged once.
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { INTERACTIVE } from '../parse/interactive.ts';
import { attributeSpot, type MarkupElement, type Shape } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import type { OwnText } from './own-text.ts';
import { sheetAttributeRow, sheetAttributesOf, WHEN } from './sheet-attributes.ts';

type Report = (diagnostic: Diagnostic) => void;
type Fault = { readonly name: string; readonly sentence: string; readonly hint: string };
type Verdict = {
  readonly faults: readonly Fault[];
  /** Attributes whose values must not come from the report. */
  readonly own: readonly string[];
};

const OWN: readonly string[] = ['data-formula', 'data-list', 'data-name', 'data-key', 'data-table'];
const isOwn = (name: string): boolean => OWN.includes(name) || name.startsWith(WHEN);

/** Tells of an element and all below it. */
export const lintSheetAttributes = (element: MarkupElement, own: OwnText, report: Report): void => {
  if (element.attributes.size > 0) lintOne(element, own, report);
  for (const child of element.children) if (child.kind === 'element') lintSheetAttributes(child, own, report);
};

const lintOne = (element: MarkupElement, own: OwnText, report: Report): void => {
  const { faults, own: names } = verdictOf(element.shape);
  for (const { name, sentence, hint } of faults)
    report(errorAt(attributeSpot(element, name), 'markup-attribute', sentence, hint));
  for (const name of names) {
    const spot = own.foreign(element, name);
    if (spot !== null)
      report(
        errorAt(
          spot,
          'markup-attribute',
          `\`${name}\` is made of the template’s own text, and this comes from the report.`,
          'Write it out, or print a word: {{word …}} without named values.',
        ),
      );
  }
};

const verdicts = new WeakMap<Shape, Verdict>();
const CLEAN: Verdict = { faults: [], own: [] };

const verdictOf = (shape: Shape): Verdict => {
  const known = verdicts.get(shape);
  if (known !== undefined) return known;
  const names = [...shape.attributes.keys()].filter(
    (name) => name.startsWith('data-') && !INTERACTIVE.includes(name),
  );
  const verdict =
    names.length === 0
      ? CLEAN
      : {
          faults: [...names.flatMap((name) => valueFaults(shape, name)), ...needFaults(shape)],
          own: names.filter(isOwn),
        };
  verdicts.set(shape, verdict);
  return verdict;
};

const valueFaults = ({ tag, attributes }: Shape, name: string): readonly Fault[] => {
  const row = sheetAttributeRow(tag, name);
  const value = attributes.get(name)?.value ?? '';
  if (row === undefined) {
    const known = sheetAttributesOf(tag).map((candidate) => candidate.name);
    const hint = didYouMean(name, known, `<${tag}> takes none.`);
    return [{ name, sentence: `<${tag}> has no \`${name}\` in a workbook.`, hint }];
  }
  if (row.pattern.test(value)) return [];
  const sentence = `\`${name}\` cannot be \`${value.slice(0, 80)}\`.`;
  return [{ name, sentence, hint: `It is ${row.value}.` }];
};

/** An attribute, and another that must stand beside it. */
const NEEDS: readonly (readonly [string, string])[] = [
  ['data-list', 'data-input'],
  ['data-prompt', 'data-input'],
  ['data-prompt-title', 'data-prompt'],
  ['data-refusal', 'data-input'],
  ['data-more-text', 'data-continued'],
  ['data-more-rows', 'data-continued'],
  ['data-continued', 'data-more-text'],
  ['data-continued', 'data-more-rows'],
];

const needFaults = ({ attributes }: Shape): readonly Fault[] => {
  const missing = NEEDS.filter(([name, needed]) => attributes.has(name) && !attributes.has(needed));
  const list = attributes.get('data-input')?.value === 'list';
  return [
    ...missing.map(([name, needed]) => ({
      name,
      sentence: `\`${name}\` stands without \`${needed}\`.`,
      hint: `Add \`${needed}\`, or take \`${name}\` out.`,
    })),
    ...(list && !attributes.has('data-list')
      ? [{ name: 'data-input', sentence: 'A list has no words.', hint: 'Name them: `data-list`.' }]
      : []),
    ...(attributes.has('data-list') && attributes.has('data-input') && !list
      ? [
          {
            name: 'data-list',
            sentence: 'Only an input of a list has words.',
            hint: 'Write `data-input="list"`, or take it out.',
          },
        ]
      : []),
  ];
};
