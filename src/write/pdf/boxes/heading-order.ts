// Headings whose levels leave none out: a screen reader goes by them, and PDF/UA-1 (7.4.2) asks for it.

import type { ElementNode } from '../../../model/document.ts';
import { noteTrouble } from '../troubles.ts';
import type { BuildContext } from './build-context.ts';
import { textOf } from './document-text.ts';

const HEADING = /^h([1-6])$/;

/** Notes a heading that is more than one level below the one before it. One that says nothing is none. */
export function checkHeading(node: ElementNode, { progress, troubles }: BuildContext): void {
  const level = Number(HEADING.exec(node.tag)?.[1] ?? 0);
  if (level === 0) return;
  const text = textOf(node);
  if (text === '') return;
  const before = progress.heading;
  progress.heading = level;
  if (level <= before + 1) return;
  const after = before === 0 ? 'no heading stands before it' : `the one before it has level ${before}`;
  noteTrouble(
    troubles,
    'heading-level',
    node.at,
    `The heading \u201c${text}\u201d has level ${level}, but ${after}.`,
    `Make it h${before + 1}; how large it is shown is up to the theme.`,
  );
}
