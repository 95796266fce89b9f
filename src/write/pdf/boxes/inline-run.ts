// Collects the inline content of one paragraph: white space collapsed across elements, text transformed,
// control characters made visible.

import type { SourcePlace } from '../../../model/document.ts';
import type { Ink, Inline } from './box.ts';

/** A paragraph in the making. `spaced` tells that a collapsible space now would be one too many. */
export type InlineRun = { readonly content: Inline[]; spaced: boolean };

export const newRun = (): InlineRun => ({ content: [], spaced: true });

export function pushText(run: InlineRun, raw: string, ink: Ink, at: SourcePlace | null): void {
  const keeps = ink.style.whiteSpace === 'pre' || ink.style.whiteSpace === 'pre-wrap';
  const text = transform(visible(raw), ink);
  if (keeps) pushKept(run, text, ink, at);
  else pushCollapsed(run, text, ink, at);
}

function pushCollapsed(run: InlineRun, text: string, ink: Ink, at: SourcePlace | null): void {
  const single = text.replace(/[ \t\r\n\f]+/g, ' ');
  const shown = run.spaced && single.startsWith(' ') ? single.slice(1) : single;
  if (shown === '') return;
  run.content.push({ kind: 'text', text: shown, ink, at });
  run.spaced = shown.endsWith(' ');
}

function pushKept(run: InlineRun, text: string, ink: Ink, at: SourcePlace | null): void {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\f/g, '\n').split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) pushBreak(run, ink);
    if (line !== '') run.content.push({ kind: 'text', text: line, ink, at });
    run.spaced = false;
  }
}

export function pushBreak(run: InlineRun, ink: Ink): void {
  run.content.push({ kind: 'break', ink });
  run.spaced = true;
}

/** A character that says how its neighbours run and never shows; white space collapses as if it were not there. */
export function pushControl(run: InlineRun, control: string, ink: Ink): void {
  run.content.push({ kind: 'text', text: control, ink, at: null });
}

/** Anything that is not text: it ends a stretch of white space unless it has no width. */
export function pushOther(run: InlineRun, item: Exclude<Inline, { kind: 'text' | 'break' }>): void {
  run.content.push(item);
  if (item.kind !== 'anchor' && item.kind !== 'gap') run.spaced = false;
}

/** True when the run shows nothing: no text, drawing or anything generated. */
export const isBlank = (run: InlineRun): boolean =>
  run.content.every(
    (item) =>
      item.kind === 'anchor' ||
      item.kind === 'gap' ||
      (item.kind === 'text' && /^[\u2066-\u2069]+$/.test(item.text)),
  );

function transform(text: string, ink: Ink): string {
  if (ink.style.textTransform === 'uppercase') return text.toUpperCase();
  return ink.style.textTransform === 'lowercase' ? text.toLowerCase() : text;
}

/** C0 and C1 controls have no shape and break files: U+FFFD stands for each, so that its loss is seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;

const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(CONTROLS, '\ufffd')
    .replace(/[\u2028\u2029]/g, '\n');
