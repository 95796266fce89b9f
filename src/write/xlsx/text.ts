// How text is spelled inside a spreadsheet, so that every text comes back exactly as it was given and none becomes a formula.

/** What XML cannot hold or a parser would change: control characters, a carriage return, half a surrogate pair, two non-characters. */
const UNPRINTABLE = String.raw`\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff`;
const UNHOLDABLE = String.raw`[${UNPRINTABLE}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`;
const unholdable = new RegExp(UNHOLDABLE, 'g');
/** An underscore that a reader would take for the beginning of an escape, be it in the text or made by the escape after it. */
const lookalikeBefore = (escaped: string): RegExp => new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${escaped}))`, 'g');
const lookalike = lookalikeBefore(UNHOLDABLE);

/**
 * Text of cells, as the format's own escape has it (ECMA-376 part 1, 22.9.2.19 ST_Xstring): what XML cannot
 * hold becomes `_xHHHH_`, and a text that already looks like that is told apart by escaping its underscore. Nothing is lost.
 */
export const escapeCellText = (text: string): string =>
  suspect.test(text) ? text.replace(lookalike, '_x005F_').replace(unholdable, spellUnit) : text;

/** Whatever an escape may be about: most texts have none of it, and this is quickly said. */
const suspect = new RegExp(String.raw`_x|[${UNPRINTABLE}\ud800-\udfff]`);

const spellUnit = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** In an attribute a parser makes spaces of tabs and line feeds, which are escaped there too. */
const UNHOLDABLE_THERE = String.raw`[\t\n]|${UNHOLDABLE}`;
const unholdableThere = new RegExp(UNHOLDABLE_THERE, 'g');
const lookalikeThere = lookalikeBefore(UNHOLDABLE_THERE);

/** Text that a reader undoes the same escape in, ready to stand in an attribute. A line feed is spelled as Excel spells it there. */
export const attributeText = (text: string): string =>
  escapeXml(
    text
      .replace(lookalikeThere, '_x005F_')
      .replace(unholdableThere, (unit) => (unit === '\n' ? '_x000a_' : spellUnit(unit))),
  );

/** True where a reader would take a piece of `text` for such an escape, or where XML cannot hold it as it is. */
export const needsEscape = (text: string): boolean => escapeCellText(text) !== text;

/** Document properties know no such escape: what XML cannot hold is shown as U+FFFD. */
export const showUnholdable = (text: string): string => text.replace(unholdable, '\ufffd');

/** Text that a spreadsheet would read as a formula, or as a text without its apostrophe, once somebody edits the cell. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r']/.test(text);

/** Text for an XML attribute or element. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Text between tags, by the names that exceljs uses. */
export const contentXml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => NAMES[character] ?? '') : text;

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for one part of a page header or footer, where `&` begins a code. Not every program undoes an escape there, so nothing unprintable goes in. */
export const escapeFooter = (text: string): string =>
  escapeCellText(showUnholdable(text).replaceAll('&', '&&'));
