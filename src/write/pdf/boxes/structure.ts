// The structure tree a screen reader walks: built beside the boxes, in reading order, before anything has a place.
// Leaves stand for runs of content; the painter fills them with marked content, page by page.

/** One structure element, e.g. `P` or `TD`; children are added in reading order. */
export type Structure = {
  readonly kind: 'structure';
  readonly role: string;
  readonly language: string | null;
  readonly alt: string | null;
  /** What an abbreviation stands for. */
  readonly expansion: string | null;
  /** Attribute object of the element, as PDF entries; null for none. Elements that have the same may share one. */
  readonly attributes: Attributes | null;
  /** What cells name their header cell by; only those have one that a cell names. */
  readonly id: string | null;
  readonly children: (Structure | Leaf)[];
  /** What it stands in; null for the whole document, and until it is adopted. */
  parent: Structure | null;
};

/** A place in the reading order that content is painted for. */
export type Leaf = { readonly kind: 'leaf'; readonly owner: Structure };

/** A text is a PDF name; a list of texts holds ids of other elements. */
export type Attributes = Readonly<Record<string, string | number | readonly string[]>>;

type Details = Partial<Pick<Structure, 'language' | 'alt' | 'expansion' | 'attributes' | 'id'>>;

/** Adds an element under `parent` and gives it back. */
export function addStructure(parent: Structure | null, role: string, details: Details = {}): Structure {
  const made: Structure = {
    kind: 'structure',
    role,
    language: details.language ?? null,
    alt: details.alt ?? null,
    expansion: details.expansion ?? null,
    attributes: details.attributes ?? null,
    id: details.id ?? null,
    children: [],
    parent,
  };
  parent?.children.push(made);
  return made;
}

/** Puts an element made without a parent at the end of `parent`. */
export function adoptStructure(parent: Structure, child: Structure): void {
  parent.children.push(child);
  child.parent = parent;
}

/** The leaf that content now written into `owner` belongs to: the last child if that is a leaf, else a new one. */
export function leafOf(owner: Structure): Leaf {
  const last = owner.children.at(-1);
  if (last?.kind === 'leaf') return last;
  const made: Leaf = { kind: 'leaf', owner };
  owner.children.push(made);
  return made;
}
