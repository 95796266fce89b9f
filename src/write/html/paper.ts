// `@page` rules for printing and the size of the sheets on screen. A browser has no running strings, so every sheet
// has pages of its own name, with the strings written out as they stand on it.

import {
  type ContentPart,
  MARGIN_BOXES,
  type MarginBox,
  type PageRule,
  type PageRules,
  type Style,
} from '../../model/document.ts';
import { edges, points, quoted } from './css-text.ts';
import { boxDeclarations } from './declarations.ts';

/** Running strings by name. */
export type Strings = ReadonlyMap<string, string>;

export type Paper = {
  /** The class of a sheet, or of an element within one, on pages of that name where the strings stand so. */
  readonly of: (page: string, strings: Strings) => string;
  /** The styles of the margin boxes of every page that was asked for. */
  readonly styles: () => readonly Style[];
  readonly css: () => string;
};

type Known = { readonly className: string; readonly css: string; readonly rule: PageRule | null };

export const makePaper = (pages: PageRules): Paper => {
  const known = new Map<string, Known>();
  return {
    of: (page, strings) => {
      const rules = (Object.hasOwn(pages, page) ? pages[page] : undefined) ?? pages[''];
      const css = rules === undefined ? '' : pageBody(rules.other, strings);
      // Only the first sheet holds the first page of all, and no other first page can be told from the rest.
      const first = rules === undefined || known.size > 0 ? css : pageBody(rules.first, strings);
      const key = `${page}\n${css}\n${first}`;
      const className = known.get(key)?.className ?? `p${known.size + 1}`;
      const firstRule = first === css ? '' : `@page ${className}:first{${first}}\n`;
      known.set(key, {
        className,
        css: `@page ${className}{${css}}\n${firstRule}.${className}{page:${className}}\n`,
        rule: rules?.other ?? null,
      });
      return className;
    },
    styles: () => [...known.values()].flatMap(({ rule }) => boxesOf(rule).map(([, box]) => box.style)),
    css: () => {
      const all = [...known.values()];
      return `${all.map(({ css }) => css).join('')}@media screen{\n${all.map(onScreen).join('')}}\n`;
    },
  };
};

const boxesOf = (rule: PageRule | null): readonly (readonly [name: string, box: MarginBox])[] =>
  MARGIN_BOXES.flatMap((name) => {
    const box = rule?.boxes[name];
    return box === undefined ? [] : [[name, box] as const];
  });

const pageBody = (rule: PageRule, strings: Strings): string => {
  const boxes = boxesOf(rule).map(
    ([name, box]) => `@${name}{content:${content(box.content, strings)};${boxDeclarations(box.style)}}`,
  );
  return [`size:${points(rule.width)} ${points(rule.height)}`, `margin:${edges(rule.margin)}`, ...boxes].join(
    ';',
  );
};

const content = (parts: readonly ContentPart[], strings: Strings): string =>
  parts
    .map((part) => contentPart(part, strings))
    .filter((text) => text !== '')
    .join(' ') || '""';

/** Leaders and the pages of targets are not known to browsers. */
const contentPart = (part: ContentPart, strings: Strings): string => {
  if (part.kind === 'text') return quoted(part.text);
  if (part.kind === 'counter') return `counter(${part.counter},${part.style})`;
  return part.kind === 'string' ? quoted(strings.get(part.name) ?? '') : '';
};

/** A sheet is as wide as the paper and at least as high. */
const onScreen = ({ className, rule }: Known): string =>
  rule === null
    ? ''
    : `.sheet.${className}{width:${points(rule.width)};min-height:${points(rule.height)};padding:${edges(rule.margin)}}\n`;
