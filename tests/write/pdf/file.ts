// Reads a written file back as text.

import { inflateSync } from 'node:zlib';

/** All of the file as text, with what is packed unpacked where it is told to be and can be. */
export function plainText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/stream\n([\s\S]*?)\nendstream/g, (whole, body: string) => {
    const data = Buffer.from(body, 'latin1');
    return data[0] === 0x78 ? `stream\n${inflateSync(data).toString('latin1')}\nendstream` : whole;
  });
}
