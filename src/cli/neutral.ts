// Text from files on its way to a terminal: whatever could move the cursor, colour, hide or reorder is shown as a visible stand-in.

/** Replaces control characters (escape sequences among them), line ends inside the text, and direction marks. Tabs become spaces. */
export const neutral = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\t', ' ')
    .replace(/\p{Cc}/gu, pictureOf)
    .replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => (KEPT.has(character) ? character : '�'));

/** Joiners and the soft hyphen are part of words. */
const KEPT = new Set(['\u200c', '\u200d', '\u00ad']);

/** The control pictures block has one character for each of the first 32 and one for delete. */
const pictureOf = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '�';
};
