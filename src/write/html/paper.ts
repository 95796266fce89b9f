// `@page` rules for printing and the size of the sheets on screen. A browser has no running strings, so every sheet
// has pages of its own name, with the strings written out as they stand on it.

import {
  type ContentPart,
  MARGIN_BOXES,
  type MarginBox,
  type PageRule,
  type PageRules,
} from '../../model/document.ts';
import { edges, points, quoted } from './css-text.ts';
import { boxDeclarations } from './declarations.ts';
import type { Lettering } from './font-faces.ts';

/** Running strings by name. */
export type Strings = ReadonlyMap<string, string>;

export type Paper = {
  /** The class of a sheet, or of an element within one, on pages of that name where the strings stand so. */
  readonly of: (page: string, strings: Strings) => string;
  readonly css: () => string;
};

type Known = { readonly className: string; readonly css: string; readonly rule: PageRule | null };

export const makePaper = (pages: PageRules, lettering: Lettering): Paper => {
  const known = new Map<string, Known>();
  return {
    of: (page, strings) => {
      const pageBody = (rule: PageRule): string => pageCss(rule, strings, lettering);
      const rules = (Object.hasOwn(pages, page) ? pages[page] : undefined) ?? pages[''];
      const css = rules === undefined ? '' : pageBody(rules.other);
      // Only the first sheet holds the first page of all, and no other first page can be told from the rest.
      const first = rules === undefined || known.size > 0 ? css : pageBody(rules.first);
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
    css: () => {
      const all = [...known.values()];
      return `${all.map(({ css }) => css).join('')}@media screen{\n${all.map(onScreen).join('')}}\n`;
    },
  };
};

const boxesOf = (rule: PageRule): readonly (readonly [name: string, box: MarginBox])[] =>
  MARGIN_BOXES.flatMap((name) => {
    const box = rule.boxes[name];
    return box === undefined ? [] : [[name, box] as const];
  });

const pageCss = (rule: PageRule, strings: Strings, lettering: Lettering): string => {
  const boxes = boxesOf(rule).map(([name, { content: parts, style }]) => {
    // Its numbers are known to the browser alone.
    lettering.note(style, `0123456789${parts.map((part) => textOf(part, strings)).join('')}`);
    return `@${name}{content:${content(parts, strings)};${boxDeclarations(style)}}`;
  });
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
  if (part.kind === 'counter') return `counter(${part.counter},${part.style})`;
  return part.kind === 'text' || part.kind === 'string' ? quoted(textOf(part, strings)) : '';
};

const textOf = (part: ContentPart, strings: Strings): string => {
  if (part.kind === 'text') return part.text;
  return part.kind === 'string' ? (strings.get(part.name) ?? '') : '';
};

/** A sheet is as wide as the paper and at least as high. */
const onScreen = ({ className, rule }: Known): string =>
  rule === null
    ? ''
    : `.sheet.${className}{width:${points(rule.width)};min-height:${points(rule.height)};padding:${edges(rule.margin)}}\n`;
