// Step 6: the documents belong to this pack. The workbook is opened and must name the pack id; the PDF is not opened yet, and the step says so.
import { readZip } from '../codec/zip.ts';
import type { Manifest } from '../model/manifest.ts';
import { Failure } from '../problem.ts';
import type { Members } from './member.ts';
import { type PackName, reportName, workbookName } from './names.ts';
import { checked, type Detail, detail, type Step, stepOf } from './verification.ts';

const nameOf = ({ team, system, period, state, version }: Manifest): PackName => ({
  ...{ team, system, period },
  edition: { state, version },
});

/** The names that the report and the workbook of this pack have. */
export const documentNames = (manifest: Manifest): readonly string[] => [
  reportName(nameOf(manifest)),
  workbookName(nameOf(manifest)),
];

/** A document that is missing is step 3's to tell. */
export const checkDocuments = (members: Members, manifest: Manifest): Step => {
  const name = workbookName(nameOf(manifest));
  const bytes = members.get(name);
  const failures = bytes === undefined ? [] : checkWorkbook(name, bytes, manifest['pack-id']);
  if (failures.length > 0) return checked('documents', failures);
  const pdf = reportName(nameOf(manifest));
  const sentence = `${pdf} was compared with the manifest; what it shows and carries was not read.`;
  return stepOf('documents', 'not-checked', [detail('document-not-opened', pdf, sentence)]);
};

/** Where Open XML keeps the properties that have names of one's own (ECMA-376 part 1, 22.3). */
const PROPERTIES = 'docProps/custom.xml';

const checkWorkbook = (name: string, bytes: Uint8Array, packId: string): readonly Detail[] => {
  const entries = open(bytes);
  if (entries instanceof Failure) {
    const why = entries.diagnostics[0]?.sentence ?? entries.message;
    return [detail('document-unreadable', name, `${name} cannot be opened: ${why}`)];
  }
  const properties = new TextDecoder().decode(entries.get(PROPERTIES));
  if (properties.includes(packId)) return [];
  return [detail('document-differs', name, `${name} does not name the pack id ${packId} in its properties.`)];
};

const open = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | Failure => {
  try {
    return readZip(bytes);
  } catch (error) {
    if (error instanceof Failure && error.code === 'pack-unreadable') return error;
    throw error;
  }
};
