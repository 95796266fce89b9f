// Which paths a member of a pack or an entry of a zip may have: those that mean the same file on every system, and never one outside.

const LONGEST_PATH = 1000;
const LONGEST_SEGMENT = 255;
/** Names that Windows takes for devices, with or without an ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** Why a path cannot be a member's, as the end of a sentence; null when it can. */
export const pathTrouble = (path: string): string | null => {
  if (path === '') return 'is empty';
  if (!path.isWellFormed() || hasControls(path)) return 'holds characters that no file name may hold';
  if (path.length > LONGEST_PATH) return `is longer than ${LONGEST_PATH} characters`;
  if (path.includes('\\')) return 'holds a backslash';
  if (path.startsWith('/')) return 'is absolute';
  if (/^[A-Za-z]:/.test(path)) return 'names a drive';
  if (path.normalize('NFC') !== path) return 'is not in Unicode normal form C';
  return firstTrouble(path.split('/'));
};

const firstTrouble = (segments: readonly string[]): string | null => {
  for (const segment of segments) {
    const trouble = segmentTrouble(segment);
    if (trouble !== null) return trouble;
  }
  return null;
};

const segmentTrouble = (segment: string): string | null => {
  if (segment === '') return 'has an empty part';
  if (segment === '.' || segment === '..') return 'climbs out of its folder';
  if (new TextEncoder().encode(segment).length > LONGEST_SEGMENT)
    return `has a part of more than ${LONGEST_SEGMENT} bytes`;
  if (/[<>:"|?*]/.test(segment)) return 'holds a character that some systems refuse';
  if (/[. ]$/.test(segment)) return 'has a part that ends in a full stop or a space';
  if (DEVICE.test(segment) || segment === '__proto__') return 'holds a reserved name';
  return null;
};

const hasControls = (path: string): boolean => /\p{Cc}/u.test(path);

/** Two paths with the same key are one file on a system that ignores case or normalisation. */
export const pathKey = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');
