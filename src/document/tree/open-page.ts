// What report and workbook begin with alike: the rendered page parsed, its head read, its root styled.
import type { Diagnostic } from '../../problem.ts';
import { once } from '../once.ts';
import { parseMarkup } from '../parse/parse.ts';
import type { MarkupElement } from '../parse/tree.ts';
import { refuse } from '../refuse.ts';
import type { Rendered } from '../render/markers.ts';
import { type Cascade, makeCascade } from '../style/cascade.ts';
import type { Computed } from '../style/computed.ts';
import type { Styles } from '../style/styles.ts';
import { type Head, readHead } from './head.ts';

export type OpenPage = {
  readonly head: Head;
  readonly body: MarkupElement;
  readonly cascade: Cascade;
  /** The style of `<html>`. */
  readonly root: Computed;
  /** All that was told so far; `tell` adds to it, each fault once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly tell: (diagnostic: Diagnostic) => void;
};

/** Throws `template-invalid` when there is no body to go on with. */
export const openPage = (template: string, rendered: Rendered, styles: Styles): OpenPage => {
  const diagnostics: Diagnostic[] = [];
  const tell = once(diagnostics);
  const html = parseMarkup(rendered, tell);
  if (html === null) return refuse(template, diagnostics);
  const head = readHead(html, tell);
  const { body } = head;
  if (body === null) return refuse(template, diagnostics);
  const cascade = makeCascade(styles.rules, tell);
  return { head, body, cascade, root: cascade.styleOf(html, null), diagnostics, tell };
};
