// Keeps traces: small files that may be lost at any time, so nothing waits for the disk. One that was torn does not parse, and is as none.
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onDisk } from './disk-trouble.ts';
import { makeFolder } from './make-folder.ts';

/** In one step and in its place, so that a run that is killed leaves nothing beside it. Throws `disk`. */
export const writeTrace = (path: string, text: string): Promise<void> =>
  onDisk('write', path, async () => {
    await makeFolder(dirname(path));
    await writeFile(path, text);
  });
