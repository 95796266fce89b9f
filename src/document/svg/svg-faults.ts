// What can be wrong with an SVG file that cannot be wrong with markup, as sentences.
import { didYouMean } from '../did-you-mean.ts';
import { SHAPES } from '../parse/elements.ts';
import type { Fault } from '../parse/faults.ts';

const structure = (sentence: string, hint: string): Fault => ({ code: 'markup-structure', sentence, hint });
const element = (sentence: string, hint: string): Fault => ({ code: 'markup-element', sentence, hint });
const attribute = (sentence: string, hint: string): Fault => ({ code: 'markup-attribute', sentence, hint });

export const NO_SVG = structure('The file has no <svg> element.', 'Save the drawing as SVG.');
export const OUTSIDE_TEXT = structure('Text cannot stand outside <svg>.', 'Take it out.');
const PLAIN = 'Save the drawing as plain SVG, with texts as paths and without effects.';

export const outsideFault = (tag: string): Fault =>
  structure(`<${tag}> stands outside <svg>.`, 'The file holds one <svg>, and all is inside it.');
export const insideFault = (tag: string, parent: string): Fault =>
  structure(`<${tag}> cannot stand in <${parent}>.`, 'Put it beside.');

export const unknownShape = (tag: string): Fault => {
  const known = [...SHAPES, 'title', 'desc'];
  const active = ['script', 'style', 'foreignObject', 'image', 'use', 'a', 'animate', 'set'].includes(tag);
  return element(
    `A drawing has no <${tag.slice(0, 40)}>.`,
    active ? PLAIN : `${didYouMean(tag, known)} ${PLAIN}`,
  );
};

/** A declaration may say that this is XML or SVG; it may declare nothing. */
export const otherFault = (what: string, text: string): Fault | null => {
  if (what === 'comment') return null;
  if (what === 'instruction' && /^\??xml\s/.test(text))
    return /encoding\s*=\s*["'](?!utf-8["'])/i.test(text)
      ? structure('The file says that it is not UTF-8.', 'Save it as UTF-8.')
      : null;
  if (what === 'doctype' && /^!?doctype\s+svg\b[^[]*$/i.test(text)) return null;
  return what === 'doctype'
    ? structure('A drawing declares no entities.', 'Take the declarations out of <!DOCTYPE …>.')
    : structure('This is neither an element nor text.', 'Take it out.');
};

const NAMESPACES: Readonly<Record<string, string>> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:svg': 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

/** What the root says of names and versions, which draws nothing. */
export const isNamespace = (tag: string, name: string, value: string): boolean =>
  tag === 'svg' && (NAMESPACES[name] === value || (name === 'version' && /^[12]\.[012]$/.test(value)));

/** A file knows no theme, so that a class means nothing in it. */
export const fileAttributeFault = (
  tag: string,
  name: string,
  value: string,
  otherwise: () => Fault | null,
): Fault | null => {
  if (name === 'id') return null;
  if (name === 'class')
    return attribute(
      `<${tag}> has no attribute \`class\` in a file.`,
      'The theme styles inline drawings only.',
    );
  if (name === 'transform' && tag === 'svg')
    return attribute('<svg> has no attribute `transform`.', 'Put it on a <g> inside.');
  const fault = otherwise();
  if (fault !== null && /^(?:\w+:)?href$/.test(name))
    return attribute(`A drawing refers to nothing: \`${name}="${value.slice(0, 60)}"\`.`, PLAIN);
  return fault;
};

/** Comments, and references that XML does not know without a declaration. */
export const STRANGE_REFERENCE =
  /<!--[\s\S]*?-->|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)[^;\s<"'&]{0,40};?/gi;

export const referenceFault = (text: string): Fault =>
  structure(`There is no entity \`${text}\`.`, 'Write the character itself, and `&amp;` for `&`.');
