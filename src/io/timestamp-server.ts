// The only call over the network, and only to the address that the user gives: a timestamp request (RFC 3161, 3.4).
import { Failure } from '../problem.ts';
import { systemCode } from './disk-trouble.ts';

const REQUEST = 'application/timestamp-query';
const REPLY = 'application/timestamp-reply';
const SECONDS = 30;
/** Bytes; a token with its certificates is a few thousand. */
const LARGEST = 1024 * 1024;

/** The reply's bytes, as they came. Throws `usage` for an address that is none, `timestamp-server` when no reply can be had. */
export const askTimestamp = async (url: string, request: Uint8Array): Promise<Uint8Array> => {
  const address = addressOf(url);
  const signal = AbortSignal.timeout(SECONDS * 1000);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': REQUEST, accept: REPLY },
      body: new Uint8Array(request),
      redirect: 'error',
      signal,
    });
    if (!response.ok) throw noReply(address, `it answered with ${response.status}`);
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== REPLY) throw noReply(address, `it answered with ${type ?? 'something'}, not ${REPLY}`);
    return await limited(address, response);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw noReply(address, whyOf(error), error);
  }
};

/** http is allowed, because the reply carries its own signature; a name or a password is not, and is not repeated. */
const addressOf = (url: string): URL => {
  const address = URL.canParse(url) ? new URL(url) : null;
  const hint = 'Write it like https://timestamp.example.com/tsa.';
  if (address === null || !['http:', 'https:'].includes(address.protocol))
    throw new Failure('usage', `--timestamp ${url} is no address of a timestamp server.`, hint);
  if (address.username !== '' || address.password !== '')
    throw new Failure('usage', 'The address of --timestamp holds a name or a password.', hint);
  return address;
};

const limited = async (address: URL, { body }: Response): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LARGEST) throw noReply(address, `its answer is longer than ${LARGEST} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

const whyOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `it did not answer within ${SECONDS} seconds`;
  const { cause } = error;
  if (cause instanceof Error) return systemCode(cause) ?? cause.message;
  return error.message;
};

const noReply = ({ origin }: URL, why: string, cause?: unknown): Failure =>
  new Failure(
    'timestamp-server',
    `The timestamp server ${origin} gave no timestamp: ${why}.`,
    'Try again later, or name another server; nothing was written.',
    { cause },
  );
