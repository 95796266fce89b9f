// The name of a company that nobody knows, from words that say that something is its own: `Acme is responsible for:`, `What Acme does`.
import { nameIn } from './columns.ts';

/** One to three words that begin with a capital letter. */
const NAME = String.raw`((?:the )?\p{Lu}[\p{L}\p{N}.&+-]*(?: \p{Lu}[\p{L}\p{N}.&+-]*){0,2})`;
const DOES =
  '(?:is|are|does|do|must|will|handles?|manages?|helps?|provides?|covers?|owns?|operates?|runs?|maintains?|looks? after|takes? care)';

/** Each with the name in its first group. Case matters in the name alone, so that the other words allow for both. */
const SAYS: readonly RegExp[] = [
  String.raw`^(?:[Ww]hat|[Hh]ow|[Ww]here) ${NAME} ${DOES}\b`,
  String.raw`^${NAME} (?:is|are) (?:\w+ ){0,2}(?:responsible|accountable|in charge)\b`,
  String.raw`^${NAME} ${DOES}(?: of)?\s*:?$`,
  String.raw`^(?:[Mm]anaged|[Hh]andled|[Oo]perated|[Oo]wned|[Pp]rovided|[Cc]overed) by ${NAME}\s*:?$`,
  String.raw`^(?:[Rr]esponsibilit(?:y|ies)|[Dd]uties|[Oo]bligations|[Rr]oles?) of ${NAME}\s*:?$`,
  String.raw`^${NAME}['’]s? (?:[\p{L}-]+ ){0,4}(?:[Rr]esponsibilit(?:y|ies)|[Oo]bligations|[Dd]uties|[Rr]oles?|[Jj]ob|[Pp]art|[Ss]ide|[Cc]ommitments?)\s*:?$`,
  String.raw`^${NAME} (?:[Rr]esponsibilit(?:y|ies)|[Oo]bligations)\s*:?$`,
].map((pattern) => new RegExp(pattern, 'u'));

/** Null where the words hold no such name. */
export const heldName = (text: string): string | null => {
  for (const says of SAYS) {
    const name = says.exec(text)?.[1];
    if (name !== undefined) return nameIn(name);
  }
  return null;
};
