// What openssl says of signatures and timestamps.
import { readFileSync, writeFileSync } from 'node:fs';
import { lastLines, output, run } from '../shell.mjs';

const complaint = ({ code, out, err }) => (code === 0 ? [] : [lastLines(err || out, 3)]);

/**
 * Holds a detached CMS in DER against the bytes it is over. `cades`: its signed attributes must name the certificate. `root`: a file
 * of the root, with those between where the CMS has none of them inside: openssl looks for them nowhere else.
 */
export const cmsFaults = ({ cms, signed, root, cades }) => {
  const form = ['-binary', '-inform', 'DER', '-in', cms, '-content', signed, '-out', '/dev/null'];
  const trust = ['-CAfile', root, '-purpose', 'any'];
  return complaint(run('openssl', ['cms', '-verify', ...(cades ? ['-cades'] : []), ...form, ...trust]));
};

/** Holds a timestamp token against what it is over. */
export const tokenFaults = ({ token, data, root, chain }) =>
  complaint(
    run('openssl', [
      ...['ts', '-verify', '-token_in', '-in', token, '-data', data],
      ...['-CAfile', root, '-untrusted', chain],
    ]),
  );

/** The value of a CMS's one signature and the timestamp over it, null where there is none, as files beside it. */
export const partsOfCms = (cms) => {
  const bytes = readFileSync(cms);
  const lines = output('openssl', ['asn1parse', '-inform', 'DER', '-in', cms]).split('\n').map(parsed);
  const write = (ending, content) => {
    const file = `${cms}.${ending}`;
    writeFileSync(file, content);
    return file;
  };
  const values = lines.filter(({ depth, what }) => depth === 5 && what.startsWith('OCTET STRING'));
  if (values.length !== 1) throw new Error(`${cms} has ${values.length} signatures`);
  const [{ start, header, length }] = values;
  const signature = write('signature', bytes.subarray(start + header, start + header + length));
  const stamps = lines.flatMap(({ what }, index) =>
    what.endsWith(':id-smime-aa-timeStampToken') ? [lines[index + 2]] : [],
  );
  if (stamps.length > 1) throw new Error(`${cms} has ${stamps.length} timestamps`);
  const [stamp] = stamps;
  if (stamp === undefined) return { signature, token: null };
  const token = bytes.subarray(stamp.start, stamp.start + stamp.header + stamp.length);
  return { signature, token: write('token', token) };
};

const parsed = (line) => {
  const [, start, depth, header, length, what] =
    /^ *(\d+):d=(\d+) +hl= *(\d+) +l= *(\d+) (?:prim|cons): +(.*?) *$/.exec(line) ?? [];
  const [at, deep, head, long] = [start, depth, header, length].map(Number);
  return { start: at, depth: deep, header: head, length: long, what: what ?? '' };
};
