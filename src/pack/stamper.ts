// Asks for timestamps by a way to the server that is handed in, and takes only answers that hold.
import type { Stamper } from './seal.ts';

/** `ask` carries a request to the authority and its reply back; `nonce` gives eight bytes that nobody can foresee. */
export const stamper =
  (ask: (request: Uint8Array) => Promise<Uint8Array>, nonce: () => Uint8Array): Stamper =>
  async (signature) => {
    const { takeToken, timestampRequest } = await import('./pki/timestamp.ts');
    const asked = { data: signature, nonce: nonce() };
    const reply = await ask(timestampRequest(asked.data, asked.nonce));
    return takeToken(reply, asked).token;
  };
