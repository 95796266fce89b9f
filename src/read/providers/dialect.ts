// The contract of dialect readers: what stands in one section goes in, what they take from it comes out, nothing resolved and nothing
// numbered yet. What no reader takes is left out by name.
import type { Dialect, LeftOut } from '../../model/import-report.ts';
import type { Allocation, Resource } from '../../model/model.ts';
import type { Names } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import type { Content, Heading } from '../page/page.ts';
import type { Section } from '../page/section.ts';

/** Text without its markup, name keys in it, with its line. */
export type KeyedText = { readonly line: number; readonly text: string };
export type RawDuties = Readonly<Record<Party, readonly KeyedText[]>>;

export type RawResource = RawDuties & {
  /** Null where duties stand under no resource of their own: then it is the whole area, and all such lists of an area are one resource. */
  readonly title: KeyedText | null;
  /** Where the page says whose it is and gives no duty; null where its duties say it. */
  readonly allocation: Allocation | null;
  readonly raci: NonNullable<Resource['raci']> | null;
};

/** A row of a matrix: whose the resource is in each area, in the order of the matrix's areas; null where the cell does not say. */
export type MatrixRow = {
  readonly resource: KeyedText;
  readonly allocations: readonly (Allocation | null)[];
};
/** Whose a resource is in which area. `areas` are the titles of its columns. */
export type Matrix = {
  readonly line: number;
  readonly areas: readonly KeyedText[];
  readonly rows: readonly MatrixRow[];
};

/** Something odd that was read all the same, so that somebody looks at it. */
export type Remark = { readonly line: number; readonly kind: 'header-short' };

/** What a reader makes of blocks that are in its dialect. */
export type Claim = {
  readonly blocks: readonly Content[];
  /** The heading that names the area: the section's own, or the one above it where the section's names a party. Null without any. */
  readonly home: Heading | null;
  /** Set where the area is no heading of the page but, for example, a column: it stands under `home` and has this title. */
  readonly part?: KeyedText;
  readonly resources: readonly RawResource[];
  /** What becomes of it is decided for the page: a page without duties has areas by its matrices, any other is held against them. */
  readonly matrix?: Matrix;
  readonly leftOut: readonly LeftOut[];
  readonly remarks?: readonly Remark[];
};

/** What the readers know of the page as a whole. */
export type PageContext = {
  /** Its provider is the page's own: see `page-provider.ts`. */
  readonly names: Names;
  /** Keyed text of the page's title. */
  readonly title: string;
  /** All of the page's sections, for readers that must see what stands elsewhere. */
  readonly sections: readonly Section[];
};

/**
 * One way in which providers write their pages. It is given a section with the blocks that no reader before it has taken, decides by what
 * they hold and never by a name, and claims what it reads. It never throws, whatever a page holds, and never guesses whose a duty is.
 */
export type DialectReader = {
  readonly name: Dialect;
  readonly read: (section: Section, context: PageContext) => readonly Claim[];
};
