// What can make a program do something, or show something else than what is signed (ISO 32000-1, 12.6 and 13). None of these
// words stands anywhere in a report, so that one is enough to refuse the file, wherever it hangs.
import type { KnownNames } from './known-names.ts';
import { PdfRefused } from './pdf-refused.ts';

const ACTIVE: ReadonlySet<string> = new Set([
  // Triggers, scripts and forms that are programs.
  'AA',
  'JS',
  'JavaScript',
  'OpenAction',
  'XFA',
  'Collection',
  'Requirements',
  // Kinds of actions besides URI.
  'GoTo',
  'GoTo3DView',
  'GoToDp',
  'GoToE',
  'GoToR',
  'Hide',
  'ImportData',
  'Launch',
  'Movie',
  'Named',
  'Rendition',
  'ResetForm',
  'RichMediaExecute',
  'SetOCGState',
  'Sound',
  'SubmitForm',
  'Thread',
  'Trans',
  // Content that is played, or switched on and off.
  '3D',
  'FileAttachment',
  'OCProperties',
  'RichMedia',
  'RichMediaContent',
  'RichMediaSettings',
  'Screen',
]);

/** Throws `pdf-active` when one of the names says so. */
export const refuseActive = ({ all }: KnownNames): void => {
  for (const { name } of all.values())
    if (ACTIVE.has(name)) throw new PdfRefused('pdf-active', `can do something by itself: it has /${name}`);
};
