// Zip files that must be refused before anything in them is looked at, each with the code of its diagnostic.
import { deflateRawSync } from 'node:zlib';
import type { Members } from '../../../src/pack/index.ts';
import type { DiagnosticCode } from '../../../src/problem.ts';
import { type RawEntry, rawZip } from '../../codec/raw-zip.ts';
import { bytesOf, MANIFEST } from './tamper.ts';

export type HostileZip = {
  readonly name: string;
  readonly code: DiagnosticCode;
  /** `members` are those of a pack that verifies. */
  readonly make: (members: Members) => Uint8Array;
};

const SYMLINK = 0o120777;
const DEVICE = 0o020666;
const ENCRYPTED = 0x0801;
const LZMA = 14;

/** The pack as it is, with entries of somebody else's behind it. */
const packAnd = (...more: readonly RawEntry[]): HostileZip['make'] => {
  return (members) => rawZip([...[...members].map(([name, data]) => ({ name, data })), ...more]);
};

const lying = (says: RawEntry['says']): HostileZip['make'] =>
  packAnd({ name: 'more', data: bytesOf('more'), ...(says === undefined ? {} : { says }) });

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);

export const hostileZips: readonly HostileZip[] = [
  { name: 'a path that climbs out', code: 'zip-path', make: packAnd({ name: '../outside' }) },
  { name: 'an absolute path', code: 'zip-path', make: packAnd({ name: '/etc/cron' }) },
  { name: 'a path of Windows', code: 'zip-path', make: packAnd({ name: 'a\\b' }) },
  { name: 'a folder that climbs out', code: 'zip-path', make: packAnd({ name: 'a/../../b/' }) },
  { name: 'a member twice', code: 'zip-duplicate', make: packAnd({ name: MANIFEST }) },
  { name: 'a member twice but for its case', code: 'zip-duplicate', make: packAnd({ name: 'REPORT.json' }) },
  {
    name: 'a file in a folder that is a file',
    code: 'zip-duplicate',
    make: packAnd({ name: 'report.json/x' }),
  },
  { name: 'a link', code: 'zip-link', make: lying({ mode: SYMLINK }) },
  { name: 'a device', code: 'zip-link', make: lying({ mode: DEVICE }) },
  { name: 'an encrypted entry', code: 'zip-encrypted', make: lying({ flags: ENCRYPTED }) },
  { name: 'an unknown method', code: 'zip-unsupported', make: lying({ method: LZMA }) },
  { name: 'an entry of Zip64', code: 'zip-unsupported', make: lying({ size: 0xffffffff }) },
  { name: 'another name in its own header', code: 'zip-invalid', make: lying({ localName: 'less' }) },
  { name: 'a wrong checksum', code: 'zip-invalid', make: lying({ crc: 1 }) },
  { name: 'another size than it says', code: 'zip-invalid', make: lying({ size: 3 }) },
  {
    name: 'two entries that share their bytes',
    code: 'zip-overlap',
    make: packAnd({ name: 'more', says: { size: 20, packedSize: 20 } }, { name: 'inside' }),
  },
  { name: 'an entry behind the end', code: 'zip-truncated', make: lying({ packedSize: 1_000_000 }) },
  {
    name: 'an entry that unpacks to a thousand times itself',
    code: 'zip-ratio',
    make: packAnd({ name: 'bomb', data: zeros(8), deflate: true }),
  },
  {
    name: 'an entry that says it is small and is not',
    code: 'zip-too-large',
    make: packAnd({
      name: 'bomb',
      data: deflateRawSync(zeros(8)),
      says: { method: 8, size: 100_000 },
    }),
  },
  {
    name: 'more than is ever unpacked',
    code: 'zip-too-large',
    make: packAnd({ name: 'bomb', says: { size: 600 * 1024 * 1024 } }),
  },
  {
    name: 'more entries than are ever read',
    code: 'zip-too-many',
    make: () => rawZip([{ name: 'a' }], { count: 20_000 }),
  },
  { name: 'an end cut off', code: 'zip-truncated', make: (members) => packAnd()(members).slice(0, -40) },
  { name: 'no zip at all', code: 'zip-invalid', make: () => bytesOf('no zip'.repeat(10)) },
];
