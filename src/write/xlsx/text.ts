// How text is spelled inside a spreadsheet, so that every text comes back exactly as it was given and none becomes a formula.

/** The most UTF-16 code units a cell can hold. */
export const LONGEST_TEXT = 32_767;

/** What XML cannot hold or a parser would change: control characters, a carriage return, half a surrogate pair, two non-characters. */
const UNHOLDABLE = String.raw`[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`;
const unholdable = new RegExp(UNHOLDABLE, 'g');
/** An underscore that a reader would take for the beginning of an escape, be it in the text or made by the escape after it. */
const lookalike = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${UNHOLDABLE}))`, 'g');

/**
 * Text of cells, as the format's own escape has it (ECMA-376 part 1, 22.9.2.19 ST_Xstring): what XML cannot
 * hold becomes `_xHHHH_`, and a text that already looks like that is told apart by escaping its underscore. Nothing is lost.
 */
export const escapeCellText = (text: string): string =>
  text.replace(lookalike, '_x005F_').replace(unholdable, (unit) => `_x${hex(unit)}_`);

const hex = (unit: string): string => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Document properties know no such escape: what XML cannot hold is shown as U+FFFD. */
export const showUnholdable = (text: string): string => text.replace(unholdable, '\ufffd');

/** Text that a spreadsheet would read as a formula, or as a text without its apostrophe, once somebody edits the cell. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r']/.test(text);

/** Text for an XML attribute or element. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Text for one part of a page footer, where `&` begins a code. Not every program undoes an escape there, so nothing unprintable goes in. */
export const escapeFooter = (text: string): string =>
  escapeCellText(showUnholdable(text).replaceAll('&', '&&'));
