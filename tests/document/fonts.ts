// The bytes of a font that has tables of every kind that is asked for, and nothing in them.

/** A font with these tables, each of four bytes. */
export const font = (
  kind = '\u0000\u0001\u0000\u0000',
  tables = 'cmap glyf head hhea hmtx maxp',
): Uint8Array => {
  const tags = tables.split(' ');
  const bytes = new Uint8Array(12 + tags.length * 20);
  const view = new DataView(bytes.buffer);
  const write = (text: string, at: number): void =>
    bytes.set(
      Array.from(text, (one) => one.charCodeAt(0)),
      at,
    );
  write(kind, 0);
  view.setUint16(4, tags.length);
  for (const [index, tag] of tags.entries()) {
    write(tag.padEnd(4), 12 + index * 16);
    view.setUint32(20 + index * 16, 12 + tags.length * 16 + index * 4);
    view.setUint32(24 + index * 16, 4);
  }
  return bytes;
};
