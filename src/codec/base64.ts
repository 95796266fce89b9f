// Base64 from outside, as strict as RFC 4648 allows: Node's own decoder skips what it does not know.

/** The bytes, or null where the text is not base64 to the last character. Both alphabets are read, as DSSE asks; padding may be left out. */
export const fromBase64 = (text: string): Uint8Array | null => {
  const bare = text
    .replace(/={1,2}$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]*$/.test(bare) || bare.length % 4 === 1) return null;
  const bytes = Buffer.from(bare, 'base64');
  // The last character may have bits that belong to no byte; with any of them set there would be two texts for the same bytes.
  return bytes.toString('base64').replace(/=+$/, '') === bare ? new Uint8Array(bytes) : null;
};

/** Standard alphabet, padded. */
export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
