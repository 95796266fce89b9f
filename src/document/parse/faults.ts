// What can be wrong with one piece of markup, as sentences: judged from the tables of elements and attributes alone.

import type { DiagnosticCode } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type AttributeRow, attributesOf, REQUIRED } from './attributes.ts';
import { ELEMENTS, type ElementRow, mayHold, VOID } from './elements.ts';

export type Fault = { readonly code: DiagnosticCode; readonly sentence: string; readonly hint: string };

const structure = (sentence: string, hint: string): Fault => ({ code: 'markup-structure', sentence, hint });
const attribute = (sentence: string, hint: string): Fault => ({ code: 'markup-attribute', sentence, hint });

export const unknownElement = (tag: string): Fault => {
  const styles = tag === 'style' || tag === 'link';
  const tags = ELEMENTS.map((row) => row.tag);
  const hint = styles ? 'Styles belong into theme.css.' : didYouMean(tag, tags);
  return { code: 'markup-element', sentence: `There is no element <${tag}> in a template.`, hint };
};

export const NEITHER: Fault = {
  code: 'markup-element',
  sentence: 'This is neither an element nor text.',
  hint: 'Only <!DOCTYPE html> and comments may stand beside elements.',
};
export const NO_ROOT = structure(
  'There is no <html> element.',
  'A template is <html lang="…"><head>…</head><body>…</body></html>.',
);

/** What an element may hold, for a hint. */
const holds = (row: ElementRow): string => {
  if (Array.isArray(row.content))
    return `<${row.tag}> holds ${row.content.map((tag) => `<${tag}>`).join(', ')}.`;
  if (row.content === 'phrasing') return `<${row.tag}> holds text and inline elements.`;
  return row.content === 'flow'
    ? 'Put it where its own kind of parent is.'
    : `<${row.tag}> holds no elements.`;
};

/** Why an element cannot stand below `parents`, from the root to the nearest; `second` when there is an <html> already. */
export const placeFault = (
  row: ElementRow,
  parents: readonly ElementRow[],
  second: boolean,
): Fault | null => {
  const parent = parents.at(-1);
  const outside = parent === undefined && (row.tag !== 'html' || second);
  if (outside)
    return structure(`<${row.tag}> stands outside <html>.`, 'There is one <html>, and all is inside it.');
  if (parent !== undefined && !mayHold(parent, row))
    return structure(`<${row.tag}> cannot stand in <${parent.tag}>.`, holds(parent));
  const nested = row.tag === 'a' && parents.some(({ tag }) => tag === 'a');
  return nested ? structure('A link cannot stand in a link.', 'Close the first <a> before.') : null;
};

/** Why an attribute cannot stand on a tag; `row` is undefined when the tag has none of that name. */
export const attributeFault = (
  tag: string,
  name: string,
  value: string,
  row: AttributeRow | undefined,
): Fault | null => {
  if (row === undefined) return attribute(`<${tag}> has no attribute \`${name}\`.`, attributeHint(tag, name));
  return row.pattern.test(value)
    ? null
    : attribute(`\`${name}\` cannot be \`${value.slice(0, 80)}\`.`, `It is ${row.value}.`);
};

const attributeHint = (tag: string, name: string): string =>
  name === 'style'
    ? 'Give it a class, and style that in theme.css.'
    : didYouMean(name, attributesOf(tag), `<${tag}> takes none.`);

/** The first attribute that an element must have and has not, as far as it was given at all. */
export const requiredFault = (tag: string, given: readonly string[]): Fault | null => {
  const name = (REQUIRED[tag] ?? []).find((required) => !given.includes(required));
  return name === undefined ? null : attribute(`<${tag}> has no \`${name}\`.`, `Give it one.`);
};

export const DEEPEST = 200;
export const depthFault = (tag: string): Fault =>
  structure(`<${tag}> stands ${DEEPEST} elements deep.`, 'Close the elements around it.');

export const twiceFault = (name: string): Fault => attribute(`\`${name}\` is given twice.`, 'Keep one.');
export const idFault = (id: string): Fault =>
  attribute(`The id \`${id.slice(0, 80)}\` is given twice.`, 'An id stands once in a document.');

export const sealFault = (name: string): Fault =>
  attribute(`The seal \`${name.slice(0, 80)}\` has two places.`, 'A signature stands once in a document.');

/** Why an element cannot come behind the one before it; null for its parent's first. */
export const orderFault = (tag: string, before: string | null): Fault | null => {
  if ((tag === 'head' && before !== null) || before === 'body')
    return structure(`<${tag}> is too late here.`, 'There is one <head>, and one <body> behind it.');
  return before === 'tfoot'
    ? structure(`<${tag}> stands below <tfoot>.`, 'The rows of <tfoot> are the last of a table.')
    : null;
};

export const unclosedFault = (tag: string): Fault =>
  structure(`<${tag}> is never closed.`, `Close it with </${tag}>.`);
export const selfClosingFault = (tag: string): Fault =>
  structure(`<${tag}/> does not close itself.`, `Write <${tag}></${tag}>.`);
export const crossedFault = (tag: string, open: string): Fault =>
  structure(`</${tag}> comes before <${open}> is closed.`, `Write </${open}> first.`);
export const strayCloseFault = (tag: string): Fault =>
  structure(
    `</${tag}> closes nothing.`,
    VOID.includes(tag) ? `<${tag}> has no end tag.` : 'Take it out, or open the element before it.',
  );
export const strayTextFault = (parent: ElementRow | undefined): Fault =>
  parent === undefined
    ? structure('Text cannot stand outside <html>.', 'Put it into <body>.')
    : structure(`Text cannot stand directly in <${parent.tag}>.`, holds(parent));
