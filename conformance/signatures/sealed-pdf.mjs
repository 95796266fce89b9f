// Takes the seal out of a PDF with no reader of PDF: by what ISO 32000 prescribes for a signature dictionary, and nothing of ours.
import { readFileSync, writeFileSync } from 'node:fs';

/** Writes the bytes that the seal is over and its CMS beside `stem`; answers with where they are. Throws for anything but one seal over all else. */
export const takeSealOut = (file, stem) => {
  const bytes = readFileSync(file);
  const { ranges, contents } = sealIn(bytes);
  const [signed, cms] = [`${stem}.signed.bin`, `${stem}.cms.der`];
  writeFileSync(
    signed,
    Buffer.concat(ranges.map(({ start, length }) => bytes.subarray(start, start + length))),
  );
  writeFileSync(cms, contents);
  return { signed, cms };
};

/** Where the signed bytes lie, and the CMS, cut to the length that its own DER header gives. */
const sealIn = (bytes) => {
  const found = [
    ...bytes.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g),
  ];
  if (found.length !== 1) throw new Error(`${found.length} byte ranges`);
  const [start, before, after, rest] = found[0].slice(1).map(Number);
  if (start !== 0 || after + rest !== bytes.length) throw new Error('the seal is not over the whole file');
  const hex = bytes.subarray(before, after).toString('latin1');
  if (!/^<[0-9A-Fa-f]+>$/.test(hex)) throw new Error('between the two ranges there is more than /Contents');
  const ranges = [
    { start, length: before },
    { start: after, length: rest },
  ];
  return { ranges, contents: cutToLength(Buffer.from(hex.slice(1, -1), 'hex')) };
};

const cutToLength = (der) => {
  const long = der[1] & 0x7f;
  const length = der[1] < 0x80 ? der[1] + 2 : der.readUIntBE(2, long) + 2 + long;
  if (der[0] !== 0x30 || length > der.length || der.subarray(length).some((byte) => byte !== 0))
    throw new Error('/Contents is not one DER value and zeros');
  return der.subarray(0, length);
};
