// Every engine that is measured, ours first. An engine is `{ name, version?, packageName, tagged, less, prepare(), render(pack), close? }`:
// `render` turns a pack into the bytes of a PDF, `less` says what it leaves out of the work.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HERE } from './places.mjs';

/** Loaded one by one, because a process measures one engine and must not carry the others. */
const ENGINES = {
  countersign: async () => (await import('./ours.mjs')).countersign,
  typst: async () => (await import('./peers/typst.mjs')).typst,
  chromium: async () => (await import('./peers/chromium.mjs')).chromium,
  pdfmake: async () => (await import('./peers/pdfmake.mjs')).pdfMake,
  'pdfkit-raw': async () => (await import('./peers/pdfkit-raw.mjs')).pdfkitRaw,
};

export const NAMES = Object.keys(ENGINES);
export const OURS = 'countersign';

export const loadEngine = (name) => ENGINES[name]();

const installed = (packageName) =>
  JSON.parse(readFileSync(join(HERE, 'node_modules', packageName, 'package.json'), 'utf8')).version;

/** What the table says of an engine. */
export const describeEngine = async (name) => {
  const { packageName, version, tagged, less } = await loadEngine(name);
  return {
    name,
    product: packageName ?? name,
    version: version?.() ?? installed(packageName),
    tagged,
    less,
  };
};
