// A heading in two parts: what it says, and what it adds in brackets, in quotes or behind a dash or colon.

/** `aside` is what stands in brackets at its end; null without any. Both without markup. */
export type HeadingParts = { readonly head: string; readonly aside: string | null };

const CUT = /\s+[("“–—-]|:\s/;
const ASIDE = /\(([^()]{1,80})\)\s*:?$/;

/** Null for a heading of one part. `text` is without markup. */
export const headingParts = (text: string): HeadingParts | null => {
  const at = text.length > MOST ? -1 : text.search(CUT);
  if (at <= 0) return null;
  return { head: text.slice(0, at), aside: ASIDE.exec(text)?.[1]?.trim() ?? null };
};

const MOST = 200;
