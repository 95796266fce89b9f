// The one call over the network: what goes out, and every way in which no timestamp comes back. Servers here are on this machine.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askTimestamp } from '../../src/io/timestamp-server.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`;
};
const REPLY = { 'content-type': 'application/timestamp-reply' };
const REQUEST = Uint8Array.of(1, 2, 3);

test('the request goes out as it is, and the reply comes back as it is', async () => {
  const seen: unknown[] = [];
  const url = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      seen.push(request.method, request.url, request.headers['content-type'], [...Buffer.concat(chunks)]);
      response.writeHead(200, { 'content-type': 'application/timestamp-reply; charset=binary' });
      response.end(Buffer.from([9, 8, 7]));
    });
  });
  expect(await askTimestamp(url, REQUEST)).toEqual(Uint8Array.of(9, 8, 7));
  expect(seen).toEqual(['POST', '/tsa', 'application/timestamp-query', [1, 2, 3]]);
});

test.each<[string, RequestListener, string]>([
  ['an error', (_, response) => response.writeHead(503, REPLY).end('x'), 'it answered with 503'],
  [
    'a page',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    'it answered with text/html, not application/timestamp-reply',
  ],
  [
    'too much',
    (_, response) => response.writeHead(200, REPLY).end(Buffer.alloc(1024 * 1024 + 1)),
    'its answer is longer than 1048576 bytes',
  ],
  ['a door in the face', (request) => request.socket.destroy(), 'other side closed'],
  [
    'another place',
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    'redirect',
  ],
])('%s is no timestamp', async (_what, listener, why) => {
  const url = await serve(listener);
  const answer = askTimestamp(url, REQUEST);
  await expect(answer).rejects.toMatchObject({ code: 'timestamp-server' });
  await expect(answer).rejects.toThrow(why);
});

test('nobody there is no timestamp', async () => {
  const url = await serve(() => undefined);
  const [server] = servers.splice(0);
  await new Promise((resolve) => server?.close(resolve));
  await expect(askTimestamp(url, REQUEST)).rejects.toMatchObject({
    code: 'timestamp-server',
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

test.each([
  '',
  'timestamp.example.com',
  'ftp://example.com',
  'file:///etc/passwd',
  'http://me:secret@example.com',
])('%j is no address', async (url) => {
  await expect(askTimestamp(url, REQUEST)).rejects.toMatchObject({ code: 'usage' });
});
