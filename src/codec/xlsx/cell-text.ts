// The format's own escape in texts (ECMA-376 part 1, 22.9.2.19 ST_Xstring), undone: `_x000D_` is a carriage return.

/** White space is kept, whatever `xml:space` says: who leaves that attribute out still means the spaces that were written. */
export const decodeCellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
