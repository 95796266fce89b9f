// The contract of dialect readers: blocks of a page in, areas with their duties out, nothing resolved and nothing numbered yet.
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/scalar.ts';
import type { Page } from '../page/page.ts';
import type { Trouble } from '../source-text.ts';

/** Text without its markup, name keys in it, with its line. */
export type KeyedText = { readonly line: number; readonly text: string };
export type RawResource = { readonly title: KeyedText } & Readonly<Record<Party, readonly KeyedText[]>>;
export type RawArea = {
  readonly title: KeyedText;
  readonly anchor: string | null;
  /** Paragraphs between the heading and what it heads. */
  readonly intro: readonly KeyedText[];
  readonly notes: readonly KeyedText[];
  readonly resources: readonly RawResource[];
};
/** What the reader leaves out, and why; becomes a warning. */
export type LeftOut = Trouble & { readonly line: number };
export type RawModel = {
  readonly areas: readonly RawArea[];
  /** Paragraphs that belong to no area. */
  readonly general: readonly KeyedText[];
  readonly leftOut: readonly LeftOut[];
};

/** One way in which providers write their pages. `reads` decides by what the page holds, never by its name. */
export type PageReader = {
  readonly name: string;
  readonly reads: (page: Page, names: Names) => boolean;
  readonly read: (page: Page, names: Names) => RawModel;
};
