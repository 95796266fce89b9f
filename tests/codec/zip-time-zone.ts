// Prints the digest of one zip; run by the zip tests as a process of its own, in another time zone.
import { sha256 } from '../../src/codec/digest.ts';
import { writeZip } from '../../src/codec/zip.ts';

const data = new TextEncoder().encode('the same bytes everywhere');
process.stdout.write(
  sha256(
    writeZip([
      { path: 'a/b.txt', data },
      { path: 'ö.txt', data },
    ]),
  ),
);
