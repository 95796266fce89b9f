// Comparing an auditor's copy, as verifying uses it. What reads workbooks is loaded when there is one to read.
import type { ReadWorkbook } from '../../codec/xlsx/index.ts';
import { Failure } from '../../problem.ts';
import type { Members } from '../member.ts';
import { workbookName } from '../names.ts';
import type { Verification } from '../verify/verification.ts';
import type { WorkbookDifferences } from './differences.ts';

export type { WorkbookDifference, WorkbookDifferences, WorkbookNote } from './differences.ts';

/** A copy that has been read. */
export type WorkbookCopy = ReadWorkbook;

/** `not-compared` where the pack has no original to hold a copy against; `why` is a sentence. */
export type CopyComparison =
  | ({ readonly kind: 'compared'; readonly original: string } & WorkbookDifferences)
  | { readonly kind: 'not-compared'; readonly why: string };

/** Throws `workbook-unreadable`. */
export const readCopy = async (name: string, bytes: Uint8Array): Promise<WorkbookCopy> =>
  (await import('../../codec/xlsx/index.ts')).readXlsx(bytes, name);

/** Holds a copy against the workbook among `members`, which is called as `pack`, the pack's own word of itself, says. */
export const compareCopy = async (
  copy: WorkbookCopy,
  members: Members,
  pack: Verification['pack'],
): Promise<CopyComparison> => {
  if (pack === null) return refused('The pack does not say what its workbook is called.');
  const { team, system, period, state, version } = pack;
  const name = workbookName({ team, system, period, edition: { state, version } });
  const bytes = members.get(name);
  if (bytes === undefined) return refused(`The pack has no ${name}.`);
  const original = await readOriginal(name, bytes);
  if (original instanceof Failure) return refused(original.message);
  const { compareWorkbooks } = await import('./compare-workbooks.ts');
  return { kind: 'compared', original: name, ...compareWorkbooks(original, copy) };
};

const refused = (why: string): CopyComparison => ({ kind: 'not-compared', why });

const readOriginal = async (name: string, bytes: Uint8Array): Promise<ReadWorkbook | Failure> => {
  try {
    return await readCopy(name, bytes);
  } catch (error) {
    if (error instanceof Failure && error.code === 'workbook-unreadable') return error;
    throw error;
  }
};
