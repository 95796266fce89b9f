// Serves a preview on this machine alone: the page, the report in its frame, and a stream that says when something changed.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Failure } from '../problem.ts';
import { systemCode } from './disk-trouble.ts';
import { refusalOf } from './loopback-guard.ts';
import { PREVIEW_SCRIPT, PREVIEW_STYLE } from './preview-assets.ts';
import { type Preview, previewPage, previewState } from './preview-page.ts';

export type { Preview, Problem } from './preview-page.ts';

export type PreviewServer = {
  readonly address: string;
  /** Every page that is open shows this from now on. */
  readonly show: (preview: Preview) => void;
  readonly close: () => Promise<void>;
};

/** Where the preview is when nobody says otherwise and the place is free, so that a page left open finds it again. */
const USUAL_PORT = 4747;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const PAGE_POLICY = [
  `default-src 'none'; script-src ${hash(PREVIEW_SCRIPT)}; style-src ${hash(PREVIEW_STYLE)}`,
  "connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');
/** The report says the same of itself; here it is shut in a sandbox as well, whatever a template made of it. */
const REPORT_POLICY = [
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
  "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
].join('; ');

const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

type State = { preview: Preview; count: number; readonly streams: Set<ServerResponse> };

/** `port` null: the usual one, or any that is free. Throws `usage` when the port asked for cannot be had. */
export const servePreview = async (port: number | null, first: Preview): Promise<PreviewServer> => {
  const state: State = { preview: first, count: 1, streams: new Set() };
  const server = createServer((request, response) => {
    const refusal = refusalOf(request, portOf(server));
    if (refusal === null) answer(pathOf(request), response, state);
    else sendText(response, refusal.status, refusal.why);
  });
  await listen(server, port);
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    show: (preview) => {
      if (preview.html !== state.preview.html) state.count += 1;
      state.preview = preview;
      for (const stream of state.streams) stream.write(event(state));
    },
    close: () => close(server),
  };
};

const answer = (path: string, response: ServerResponse, state: State): void => {
  const { preview, streams } = state;
  if (path === '/') sendPage(response, previewPage(preview, renderingOf(state)), PAGE_POLICY);
  else if (path === '/report' && preview.html !== null) sendPage(response, preview.html, REPORT_POLICY);
  else if (path === '/events') openStream(response, streams, event(state));
  else sendText(response, 404, 'There is nothing here.');
};

const openStream = (response: ServerResponse, streams: Set<ServerResponse>, now: string): void => {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
  response.write(now);
  streams.add(response);
  response.on('close', () => streams.delete(response));
};

const pathOf = ({ url }: IncomingMessage): string => (url ?? '/').replace(/\?.*$/s, '');

/** No two renderings have one name, not even those of two runs that a page lived through. */
const renderingOf = ({ count }: State): string => `${process.pid}-${count}`;

const event = (state: State): string =>
  `data: ${JSON.stringify(previewState(state.preview, renderingOf(state)))}\n\n`;

const sendPage = (response: ServerResponse, html: string, policy: string): void => {
  response.writeHead(200, {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
  });
  response.end(html);
};

const sendText = (response: ServerResponse, status: number, text: string): void => {
  const allow = status === 405 ? { Allow: 'GET' } : {};
  response.writeHead(status, { ...HEADERS, ...allow, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const listen = async (server: Server, port: number | null): Promise<void> => {
  if (port !== null) return listenOn(server, port);
  try {
    await listenOn(server, USUAL_PORT);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await listenOn(server, 0);
  }
};

const listenOn = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(portTrouble(port, error));
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve();
    });
  });

const portTrouble = (port: number, error: Error): Error => {
  const code = systemCode(error);
  if (code === null) return error;
  const hint = 'Name another with --port, or leave it out to take one that is free.';
  return new Failure('usage', `Port ${port} cannot be had (${code}).`, hint, { cause: error });
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
