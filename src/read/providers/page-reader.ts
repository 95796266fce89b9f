// The contract of dialect readers: blocks of a page in, areas with their duties out, nothing resolved and nothing numbered yet.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/scalar.ts';
import type { Page } from '../page/page.ts';
import type { Trouble } from '../source-text.ts';

/** Text as the page has it, with its line. */
export type RawText = { readonly line: number; readonly raw: string };
export type RawResource = { readonly title: RawText } & Readonly<Record<Party, readonly RawText[]>>;
export type RawArea = {
  readonly title: RawText;
  readonly anchor: string | null;
  /** Paragraphs between the heading and what it heads. */
  readonly intro: readonly RawText[];
  readonly notes: readonly RawText[];
  readonly resources: readonly RawResource[];
};
/** What the reader leaves out, and why; becomes a warning. */
export type LeftOut = Trouble & { readonly line: number };
export type RawModel = {
  readonly areas: readonly RawArea[];
  /** Paragraphs that belong to no area. */
  readonly general: readonly RawText[];
  readonly leftOut: readonly LeftOut[];
};

/** One way in which providers write their pages. `reads` decides by what the page holds, never by its name. */
export type PageReader = {
  readonly name: string;
  readonly reads: (page: Page, names: Names) => boolean;
  readonly read: (page: Page, names: Names) => RawModel;
};
