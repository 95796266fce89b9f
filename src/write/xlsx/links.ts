// Where a cell's link may lead, and how the target is spelled in the file.

import { RELATIVE_ADDRESS } from '../../model/document.ts';

/** Spreadsheet programs refuse a file with a longer one. */
export const LONGEST_URL = 2_079;

/** Links come from people's text too: only what a browser opens, a mail address, a path that stays inside the pack, or a plain relative address. */
export const isSafeUrl = (url: string): boolean => {
  const spelled = spellUrl(url);
  if (spelled === '' || spelled.length > LONGEST_URL || HIDDEN.test(url)) return false;
  if (RELATIVE_ADDRESS.test(url)) return true;
  return /^https?:\/\/[^/]|^mailto:./i.test(spelled) ? URL.canParse(spelled) : isInnerPath(spelled);
};

/** Backslashes, which some programs read as slashes, and controls, which some leave out. */
const HIDDEN = /\\|\p{Cc}/u;

const isInnerPath = (path: string): boolean =>
  !/^[a-z][a-z0-9+.-]*:|^[/#]/i.test(path) && !decodeLoosely(path).split('/').includes('..');

/** Dots may hide behind escapes. */
const decodeLoosely = (path: string): string => path.replace(/%2e/gi, '.').replace(/%2f/gi, '/');

/** Percent-encodes what a URI cannot hold and leaves what is encoded already. */
export const spellUrl = (url: string): string =>
  encodeURI(url.trim().toWellFormed())
    .replaceAll('%25', '%')
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25');

/** `A1` to `XFD1048576`. */
export const isCellName = (cell: string): boolean => /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell);
