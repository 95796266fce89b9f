// The preview over the loopback: who is answered and who is not, what is sent, and how pages that are open learn of a change.
import { get, type IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Preview, type PreviewServer, servePreview } from '../../src/io/preview-server.ts';
import { Failure } from '../../src/problem.ts';
import { eventsOf } from './event-stream.ts';

const GOOD: Preview = { title: 'T & <t>', source: 'a.yaml', html: '<p>one</p>', stale: false, problems: [] };
const BROKEN: Preview = {
  ...GOOD,
  stale: true,
  problems: [
    {
      severity: 'error',
      where: 'report.hbs:3:7',
      code: 'markup-element',
      sentence: 'There is no element <blink>.',
      excerpt: ['    3 |   <blink>', '      |   ^^^^^^^'],
      hint: 'Did you mean <b>?',
    },
  ],
};

let server: PreviewServer;
beforeEach(async () => {
  server = await servePreview(null, GOOD);
});
afterEach(() => server.close());

type Answer = {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/** By hand, because fetch sends no Host of one's own. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = get(new URL(path, server.address), { headers, method, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on('error', reject).end();
  });

test('it is on this machine alone', () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test('the page holds the report in a frame where nothing runs; the report is sent as it is', async () => {
  const page = await ask('/');
  expect(page.status).toBe(200);
  expect(page.text).toContain('<title>T &amp; &lt;t&gt;</title>');
  expect(page.text).toMatch(/<iframe [^>]*sandbox="allow-same-origin allow-popups[^"]*" src="\/report\?/);
  expect(page.headers['content-security-policy']).toMatch(
    /default-src 'none'; script-src 'sha256-[^']*'; style-src 'sha256-/,
  );
  const report = await ask('/report?whatever');
  expect(report.text).toBe('<p>one</p>');
  expect(report.headers['content-security-policy']).toContain('sandbox allow-same-origin');
  expect(report.headers['content-security-policy']).not.toContain('script-src');
});

test.each(['/', '/report', '/events/', '/etc/passwd'])('%s is closed to other pages', async (path) => {
  const { headers } = await ask(path);
  expect(headers).toMatchObject({
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

test.each([
  [421, 'another name that points here', { host: 'evil.example' }],
  [421, 'another name with our port', { host: 'evil.example:PORT' }],
  [421, 'another port', { host: '127.0.0.1:1' }],
  [403, 'a script of another page', { origin: 'https://evil.example' }],
  [403, 'a script of another program on this machine', { origin: 'http://127.0.0.1:1' }],
  [403, 'a sandboxed page', { origin: 'null' }],
  [
    403,
    'an image, script or style of another page',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  ],
  [403, 'another program on this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
  [
    403,
    'a frame of another page',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ],
  [
    200,
    'a link of another page',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ],
  [200, 'the address typed', { 'sec-fetch-site': 'none' }],
  [200, 'its other name', { host: 'localhost:PORT' }],
] as const)('%i: %s', async (status, _who, headers) => {
  const port = new URL(server.address).port;
  const sent = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]),
  );
  expect((await ask('/', sent)).status).toBe(status);
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('%s is refused', async (method) => {
  const { status, headers } = await ask('/', {}, method);
  expect([status, headers.allow]).toEqual([405, 'GET']);
});

test('what is not there is not there, however it is asked for', async () => {
  for (const path of ['/report.html', '/..%2f', '//', '/report/'])
    expect((await ask(path === '//' ? `${server.address}/` : path)).status).toBe(404);
});

test('pages that are open learn of every change, and a new report has a new name', async () => {
  const events = await eventsOf(server.address);
  const before = await events.next();
  expect(before).toMatchObject({ state: 'good', status: 'Up to date', problems: '' });
  server.show(BROKEN);
  const broken = await events.next();
  expect(broken).toMatchObject({ state: 'stale', report: before.report });
  for (const said of [
    'report.hbs:3:7',
    'markup-element',
    'There is no element &lt;blink&gt;.',
    '    3 |   &lt;blink&gt;\n      |   ^^^^^^^',
    'Did you mean &lt;b&gt;?',
  ])
    expect(broken.problems).toContain(said);
  server.show({ ...GOOD, html: '<p>two</p>' });
  const mended = await events.next();
  expect(mended).toMatchObject({ state: 'good', problems: '' });
  expect(mended.report).not.toBe(before.report);
  expect((await ask('/report')).text).toBe('<p>two</p>');
  await events.end();
});

test('without a report yet, what is wrong stands alone', async () => {
  server.show({ ...BROKEN, html: null });
  const { text } = await ask('/');
  expect(text).toContain('data-state="broken"');
  expect(text).toContain('There is no element &lt;blink&gt;.');
  expect(text).not.toContain('<iframe');
  expect((await ask('/report')).status).toBe(404);
});

test('a port that is taken is the user’s to change; without one asked for, another is found', async () => {
  const port = Number(new URL(server.address).port);
  const taken = await servePreview(port, GOOD).catch((error: unknown) => error);
  expect(taken).toBeInstanceOf(Failure);
  expect(taken).toMatchObject({ code: 'usage', message: `Port ${port} cannot be had (EADDRINUSE).` });
  const other = await servePreview(null, GOOD);
  expect(other.address).not.toBe(server.address);
  await other.close();
});
