// What an attacker does to a pack: single bytes changed, members exchanged, and everything that hangs on them made anew.
import { sha256 } from '../../../src/codec/digest.ts';
import { writeZip } from '../../../src/codec/zip.ts';
import {
  aboutOf,
  buildManifest,
  type Members,
  manifestBytes,
  type SealMaking,
  sealManifest,
  sealPdf,
  sealPlace,
} from '../../../src/pack/index.ts';
import { reperform } from '../../../src/pipeline.ts';
import { tinyPdf } from '../tiny-pdf.ts';
import type { World } from './world.ts';

export const PDF = 'pay.sys-2026-Q3-v1-report.pdf';
export const WORKBOOK = 'pay.sys-2026-Q3-v1-workbook.xlsx';
export const ENVELOPE = 'manifest.dsse.json';
export const MANIFEST = 'manifest.json';
export const REPORT = 'report.json';
export const LINES = 'inputs/signoffs.jsonl';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const memberOf = (members: Members, path: string): Uint8Array => {
  const bytes = members.get(path);
  if (bytes === undefined) throw new Error(`the test's pack has no ${path}`);
  return bytes;
};
export const textOf = (members: Members, path: string): string =>
  new TextDecoder().decode(memberOf(members, path));

export const withMember = (members: Members, path: string, data: Uint8Array | string): Members =>
  new Map([...members, [path, typeof data === 'string' ? bytesOf(data) : data]]);
export const without = (members: Members, path: string): Members => {
  memberOf(members, path);
  return new Map([...members].filter(([one]) => one !== path));
};
export const exchanged = (members: Members, a: string, b: string): Members =>
  withMember(withMember(members, a, memberOf(members, b)), b, memberOf(members, a));

/** One text replaced by another of any length; throws where it is not there. */
export const replaced = (members: Members, path: string, from: string | RegExp, to: string): Members => {
  const before = textOf(members, path);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has no ${String(from)}`);
  return withMember(members, path, after);
};

/** The lowest bit of the byte at `at`, or of the first byte of a text, turned over. */
export const flipped = (members: Members, path: string, at: number | string): Members => {
  const bytes = Uint8Array.from(memberOf(members, path));
  const index = typeof at === 'number' ? at : Buffer.from(bytes).indexOf(at);
  if (index < 0 || index >= bytes.length) throw new Error(`${path} has no ${at}`);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return withMember(members, path, bytes);
};

/**
 * Lists the members anew, and has whoever seals put their envelope around it; the old one stays where nobody seals. `said` has the
 * report that the manifest repeats, where the one among the members says nothing.
 */
export const relisted = async (
  members: Members,
  seal: SealMaking | null,
  said: Members = members,
): Promise<Members> => {
  const list = [...members].map(([path, bytes]) => ({ path, bytes }));
  const manifest = manifestBytes(buildManifest(list, aboutOf(JSON.parse(textOf(said, REPORT)))));
  return enveloped(withMember(members, MANIFEST, manifest), seal);
};

/** The manifest as it is, in a new envelope. */
export const enveloped = async (members: Members, seal: SealMaking | null): Promise<Members> =>
  seal === null
    ? members
    : withMember(members, ENVELOPE, await sealManifest(memberOf(members, MANIFEST), seal));

export const attachmentsIn = (members: Members): ReadonlyMap<string, Uint8Array> =>
  new Map(
    [...members]
      .filter(([path]) => path === REPORT || path.startsWith('inputs/'))
      .map(([path, bytes]) => [path.replaceAll('/', '_'), bytes]),
  );

/** A new PDF that carries these attachments, sealed where somebody seals. */
export const pdfWith = async (
  attachments: ReadonlyMap<string, Uint8Array>,
  seal: SealMaking | null,
): Promise<Uint8Array> =>
  seal === null ? tinyPdf(attachments) : sealPdf(tinyPdf(attachments, sealPlace('Example Bank', seal)), seal);

/** PDF, manifest and envelope made anew around members that were changed: all that the sealer can do. */
export const resealed = async (
  members: Members,
  seal: SealMaking | null,
  said: Members = members,
): Promise<Members> =>
  relisted(withMember(members, PDF, await pdfWith(attachmentsIn(members), seal)), seal, said);

/** The same, with report and workbook made anew before: all that somebody with the program can do. */
export const rebuilt = async (members: Members, seal: SealMaking | null): Promise<Members> => {
  const { report, packId } = await reperform(members);
  const workbook = writeZip([{ path: 'docProps/custom.xml', data: bytesOf(packId) }]);
  return resealed(withMember(withMember(members, REPORT, report), WORKBOOK, workbook), seal);
};

/** An input edited, the report's list of its sources with it. */
export const withInput = (members: Members, path: string, text: string): Members => {
  const report = JSON.parse(textOf(members, REPORT));
  const { sources }: { readonly sources: readonly { readonly member: string }[] } = report;
  const said = sources.map((one) => (one.member === path ? { ...one, sha256: sha256(text) } : one));
  const changed = withMember(members, path, text);
  return withMember(changed, REPORT, `${JSON.stringify({ ...report, sources: said }, null, 2)}\n`);
};

/** Replaces the PDF in the pack; the rightful sealer lists it without looking. */
export const withPdf = (world: World, pdf: Uint8Array): Promise<Members> =>
  relisted(withMember(world.base, PDF, pdf), world.seal);
