// Styles become classes: one for each look, named in the order in which the document first shows it.

import type { Style } from '../../model/document.ts';
import { declarations } from './declarations.ts';

export type Classes = {
  /** The class of a style; empty for a style without anything of its own. */
  readonly of: (style: Style) => string;
  readonly css: () => string;
};

/** Styles are shared objects, so each is written out once; two that say the same share a class. */
export const makeClasses = (): Classes => {
  const names = new Map<Style, string>();
  const looks = new Map<string, string>();
  const named = (style: Style): string => {
    const look = declarations(style);
    if (look === '') return '';
    const name = looks.get(look) ?? `s${looks.size + 1}`;
    looks.set(look, name);
    return name;
  };
  return {
    of: (style) => {
      const name = names.get(style) ?? named(style);
      names.set(style, name);
      return name;
    },
    css: () => [...looks].map(([look, name]) => `.${name}{${look}}\n`).join(''),
  };
};
