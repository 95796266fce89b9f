// Lines of an AsciiDoc page as its scanner sees them: without comments and without the lines that only say under which condition text stands.
// Which condition holds is not known, so that all text stays.
import { addElsewhere, type Growing } from '../growing.ts';
import { type Attributes, define, resolved } from './attributes.ts';
import { inlineText } from './inline.ts';

const CONDITION = /^(?:ifdef|ifndef|ifeval|endif)::[^\s[\]]*\[(.*)\]\s*$/;
const INCLUDE = /^include::([^\s[\]]+)\[[^[\]]*\]\s*$/;
/** No line that speaks to the program is longer. */
const FAR = 1000;

/** The text of a line; null for one that is no text. Attributes that it defines hold from there on. */
export const textOfLine = (
  written: string,
  index: number,
  attributes: Attributes,
  page: Growing,
): string | null => {
  const line = written.trimEnd();
  if (line.length <= FAR) {
    if (line.startsWith('//') && !line.startsWith('////')) return null;
    if (define(line, attributes)) return null;
    const condition = CONDITION.exec(line);
    if (condition !== null)
      return condition[1] === '' || line.startsWith('ifeval') ? null : shown(condition[1] ?? '', attributes);
    const include = INCLUDE.exec(line);
    if (include !== null) {
      addElsewhere(page, index + 1, include[1] ?? '');
      return null;
    }
    if (/^(?:toc::\[.*\]|'{3,}|<{3,})$/.test(line)) return null;
  }
  return shown(line, attributes);
};

const shown = (line: string, attributes: Attributes): string => inlineText(resolved(line, attributes));

const ITEM = /^\s*(?:(\*{1,5})|(-)|(\.{1,5})|(•)|\d{1,3}\.)\s+(?=\S)/;

export type Marked = { readonly depth: number; readonly text: string };

/** An item of a list and how deep it stands; null for other text. */
export const itemIn = (line: string): Marked | null => {
  const match = ITEM.exec(line.slice(0, FAR));
  if (match === null) return null;
  return { depth: (match[1] ?? match[3] ?? '.').length - 1, text: line.slice(match[0].length).trim() };
};

const TERM = /^\s*(\S[^:]{0,200}):{2,4}(?:\s+(.*))?$/;

/** `term:: text`; null for other text. */
export const termIn = (line: string): Marked | null => {
  const match = line.length > FAR ? null : TERM.exec(line);
  return match === null ? null : { depth: 0, text: `${match[1]}: ${match[2] ?? ''}`.trim() };
};
