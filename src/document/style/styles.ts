// All styles of a template: the defaults below, the theme above, and the files that its font faces name.
import type { Diagnostic } from '../../problem.ts';
import { sourceText, type SourceText } from '../source-text.ts';
import { DEFAULTS } from './defaults.ts';
import { readTheme } from './read-theme.ts';
import type { Rule, Theme } from './theme.ts';

export type Styles = {
  readonly rules: readonly Rule[];
  readonly theme: Theme;
  readonly files: Readonly<Record<string, Uint8Array>>;
};

/** Reads a template's theme on top of the defaults. */
export const readStyles = (
  source: SourceText,
  files: Styles['files'],
): { readonly styles: Styles; readonly diagnostics: readonly Diagnostic[] } => {
  const defaults = readTheme(sourceText('defaults.css', DEFAULTS), 0);
  const { theme, diagnostics } = readTheme(source, 1);
  return {
    styles: { rules: [...defaults.theme.rules, ...theme.rules], theme, files },
    diagnostics: [...defaults.diagnostics, ...diagnostics],
  };
};
