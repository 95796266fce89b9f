// All styles of a template: the defaults below, the theme above, and the files that its font faces name.
import type { FontFace } from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';
import { once } from '../once.ts';
import { type SourceText, sourceText } from '../source-text.ts';
import { checkTheme } from './check-theme.ts';
import { DEFAULTS } from './defaults.ts';
import { fontFaces } from './font-faces.ts';
import { makePages, type Pages } from './page-rules.ts';
import { readTheme } from './read-theme.ts';
import { makeSheet, type Sheet } from './sheet.ts';

export type Styles = {
  /** The defaults below, the theme above. */
  readonly sheet: Sheet;
  readonly pages: Pages;
  readonly fonts: readonly FontFace[];
};

type Read = { readonly styles: Styles; readonly diagnostics: readonly Diagnostic[] };

/** Reads a template's theme on top of the defaults; `files` are those its font faces name. */
export const readStyles = (source: SourceText, files: Readonly<Record<string, Uint8Array>>): Read => {
  const defaults = readTheme(sourceText('defaults.css', DEFAULTS), 0);
  const { theme, diagnostics } = readTheme(source, 1);
  const told: Diagnostic[] = [...defaults.diagnostics, ...diagnostics];
  const tell = once(told);
  const fonts = fontFaces(theme.faces, files, tell);
  checkTheme(theme, tell);
  return {
    styles: { sheet: makeSheet([...defaults.theme.rules, ...theme.rules]), pages: makePages(theme), fonts },
    diagnostics: told,
  };
};
