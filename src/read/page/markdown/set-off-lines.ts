// Lines that set off what follows: notes of several programs, tabs, and parts that fold out.

/** No such line is longer. */
const FAR = 400;

const FENCED = /^\s*:{3,}\s*(?:\{?([\w-]+)\}?)?(.*)$/;
const MARKED = /^\s*(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"([^"]*)")?/;
const TAB = /^\s*===[+!]?\s+"([^"]+)"\s*$/;
const LIQUID = /^\s*\{(?:%-?|\{[<%])\s*(end|\/)?\s*([a-z]+)\b[^{}]*\}{1,2}\s*$/;
const FOLD = /<summary[\s>]|<\/details\s*>/i;

const NOTES = new Set(
  'note tip info important caution warning danger attention hint success abstract example question restriction requirement remember'.split(
    ' ',
  ),
);

export type SetOff =
  | { readonly kind: 'open'; readonly isNote: boolean; readonly title: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'indented'; readonly isNote: boolean; readonly title: string }
  | { readonly kind: 'tab'; readonly title: string }
  | { readonly kind: 'fold' }
  | { readonly kind: 'none' };

/** Null for a line of another kind; `none` for one that sets nothing off. */
export const setOffIn = (line: string): SetOff | null => {
  if (line.length > FAR) return null;
  const tab = TAB.exec(line);
  if (tab !== null) return { kind: 'tab', title: tab[1] ?? '' };
  const marked = MARKED.exec(line);
  if (marked !== null) return { kind: 'indented', isNote: isNote(marked[1]), title: marked[2] ?? '' };
  if (line.includes('<') && FOLD.test(line)) return { kind: 'fold' };
  return fencedIn(line) ?? liquidIn(line);
};

export const setsOff = (line: string): boolean => setOffIn(line) !== null;

const isNote = (name: string | undefined): boolean => NOTES.has((name ?? '').toLowerCase());

const fencedIn = (line: string): SetOff | null => {
  const match = FENCED.exec(line);
  if (match === null) return null;
  const [, name, rest = ''] = match;
  if (name === undefined || name.endsWith('-end')) return { kind: 'close' };
  if (rest.trimEnd().endsWith(':::')) return { kind: 'none' };
  const title = rest.trim().replace(/^\[([^\]]*)\]$/, '$1');
  return { kind: 'open', isNote: isNote(name), title: isNote(name) ? title : '' };
};

const liquidIn = (line: string): SetOff | null => {
  const match = LIQUID.exec(line);
  if (match === null || !isNote(match[2])) return null;
  return match[1] === undefined ? { kind: 'open', isNote: true, title: '' } : { kind: 'close' };
};
