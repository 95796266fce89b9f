// Who may ask the preview: the browser of whoever started it, under the address it was told, and no other page open in it.
import type { IncomingMessage } from 'node:http';

export type Refusal = { readonly status: number; readonly why: string };

/**
 * Null when the request may be answered. Another name in `Host` is another site that let its name point here; an origin or a fetch
 * from elsewhere is another page that wants to read or embed.
 */
export const refusalOf = ({ method, headers }: IncomingMessage, port: number): Refusal | null => {
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`, ...(port === 80 ? ['127.0.0.1', 'localhost'] : [])];
  if (!ours.includes(headers.host?.toLowerCase() ?? ''))
    return { status: 421, why: 'This address is not served here.' };
  if (method !== 'GET') return { status: 405, why: 'There is nothing here but to read.' };
  const { origin } = headers;
  if (origin !== undefined && !ours.some((host) => origin === `http://${host}`)) return FOREIGN;
  return isForeignFetch(headers) ? FOREIGN : null;
};

const FOREIGN: Refusal = { status: 403, why: 'Another page asked for this.' };

/** A link from elsewhere may open the preview in a window of its own; nothing may load it into itself. */
const isForeignFetch = (headers: IncomingMessage['headers']): boolean => {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
};
