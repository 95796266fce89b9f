// Codes of areas: the initials of the significant words of their titles.

const INSIGNIFICANT = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
  'your',
  'our',
  's',
]);

/** `Incident and operations management` is IOM. At most six letters, so that a digit has room. */
const initials = (title: string): string => {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const letters = words
    .filter((word) => !INSIGNIFICANT.has(word.toLowerCase()))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  const code = letters.replace(/^\d+/, '').slice(0, 6);
  return code === '' ? 'A' : code;
};

/** The initials of the title, with a digit where they are taken. */
export const freeCode = (title: string, used: ReadonlySet<string>): string => {
  const base = initials(title);
  for (let digit = 2; used.has(base); digit += 1) if (!used.has(`${base}${digit}`)) return `${base}${digit}`;
  return base;
};
