// Sign-offs beside an attestation: read, and each examined against the inputs it was made over.
import type { SignOffFacts } from '../model/sign-off.ts';
import { examineSignOffs, readSignOffLines, type SignOffLine } from '../pack/index.ts';
import type { SourceFile } from '../read/reading.ts';
import { invalid } from './must-read.ts';
import type { Unsigned } from './parse-inputs.ts';

/** Lines of the file; none when there is no file. Throws `input-invalid` when one cannot be read. */
const signOffLines = (file: SourceFile | null): readonly SignOffLine[] => {
  if (file === null) return [];
  const read = readSignOffLines(file);
  if (read.kind === 'unreadable') throw invalid(read.diagnostics);
  return read.lines;
};

/** What each line is worth beside these inputs. */
export const signOffsOn = (file: SourceFile | null, inputs: Unsigned): Promise<readonly SignOffFacts[]> =>
  examineSignOffs(signOffLines(file), inputs);
