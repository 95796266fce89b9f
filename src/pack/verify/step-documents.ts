// Step `documents`: the documents belong to this pack. The workbook names the pack id, and the PDF carries the report and every input
// inside it, byte for byte as they lie beside it.
import { readZip, ZIP_LIMITS, type ZipLimits } from '../../codec/zip.ts';
import { byCodeUnits } from '../../model/lookup.ts';
import type { Manifest } from '../../model/manifest.ts';
import { Failure } from '../../problem.ts';
import type { Members } from '../member.ts';
import { INPUTS, type PackName, REPORT, reportName, workbookName } from '../names.ts';
import type { ReportPdf } from './pdf-members.ts';
import { checked, type Detail, detail, type Step } from './verification.ts';

const nameOf = ({ team, system, period, state, version }: Manifest): PackName => ({
  team,
  system,
  period,
  edition: { state, version },
});

/** What the report of this pack is called. */
export const pdfName = (manifest: Manifest): string => reportName(nameOf(manifest));

/** The names that the report and the workbook of this pack have. */
export const documentNames = (manifest: Manifest): readonly string[] => [
  pdfName(manifest),
  workbookName(nameOf(manifest)),
];

/**
 * A document that is missing is for step `identity` to tell; `pdf` is null then. Members that are known to be `altered` are not held
 * against the PDF once more.
 */
export const checkDocuments = (
  members: Members,
  manifest: Manifest,
  pdf: ReportPdf | null,
  altered: ReadonlySet<string | null>,
): Step => {
  const name = workbookName(nameOf(manifest));
  const workbook = members.get(name);
  return checked('documents', [
    ...(pdf === null ? [] : checkPdf(members, pdfName(manifest), pdf, altered)),
    ...(workbook === undefined ? [] : checkWorkbook(name, workbook, manifest['pack-id'])),
  ]);
};

const checkPdf = (
  members: Members,
  name: string,
  pdf: ReportPdf,
  altered: ReadonlySet<string | null>,
): readonly Detail[] => {
  if (pdf.kind === 'refused') return [detail(pdf.code, name, `${name}: ${pdf.sentence}`)];
  const carried = [...members.keys()].filter((path) => path === REPORT || path.startsWith(INPUTS));
  return [...new Set([...carried, ...pdf.members.keys()])]
    .filter((path) => !altered.has(path) && !isSame(members.get(path), pdf.members.get(path)))
    .sort(byCodeUnits)
    .map((path) =>
      detail('document-differs', name, `${name} does not carry ${path} as it lies in the pack.`),
    );
};

export const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;

/** Where Open XML keeps the properties that have names of one's own (ECMA-376 part 1, 22.3). */
const PROPERTIES = 'docProps/custom.xml';

/** Whether the workbook's own properties name an id. */
export const checkWorkbook = (name: string, bytes: Uint8Array, packId: string): readonly Detail[] => {
  const entries = open(bytes);
  if (entries instanceof Failure) {
    const why = entries.diagnostics[0]?.sentence ?? entries.message;
    return [detail('document-unreadable', name, `${name} cannot be opened: ${why}`)];
  }
  const properties = new TextDecoder().decode(entries.get(PROPERTIES));
  if (properties.includes(packId)) return [];
  return [detail('document-differs', name, `${name} does not name the id ${packId} in its properties.`)];
};

/** A workbook is unpacked inside a pack that was unpacked already, and has no use for as much. */
const WORKBOOK_LIMITS: ZipLimits = {
  ...ZIP_LIMITS,
  entrySize: ZIP_LIMITS.entrySize / 4,
  totalSize: ZIP_LIMITS.totalSize / 8,
};

const open = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | Failure => {
  try {
    return readZip(bytes, WORKBOOK_LIMITS);
  } catch (error) {
    if (error instanceof Failure && error.code === 'pack-unreadable') return error;
    throw error;
  }
};
