// Attributes of AsciiDoc pages: those that the page defines are put in place, others are names that the page is not told.

/** Characters that every AsciiDoc program knows by name. */
const BUILT_IN: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  sp: ' ',
  empty: '',
  blank: '',
  zwsp: '',
  wj: '',
  amp: '&amp;',
  lt: '&lt;',
  gt: '&gt;',
  apos: "'",
  quot: '"',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  plus: '+',
  vbar: '|',
  asterisk: '\\*',
  hyphen: '-',
};

/** A longer value is no name. */
const LONGEST = 500;

/** By how many characters the values may make a page longer: a page that repeats long names without end is made to fill the memory. */
const MOST_GROWTH = 2_000_000;

export type Attributes = { readonly values: Map<string, string>; growth: number };

export const noAttributes = (): Attributes => ({ values: new Map(), growth: 0 });

const ENTRY = /^:(!?)([\w-]+)(!?):(?:\s+(\S.*))?$/;

/** Takes `:name: value`; false for any other line. */
export const define = (line: string, attributes: Attributes): boolean => {
  const match = line.length > 2 * LONGEST ? null : ENTRY.exec(line.trimEnd());
  if (match === null) return false;
  const name = (match[2] ?? '').toLowerCase();
  const value = resolved(match[4] ?? '', attributes);
  if (match[1] === '!' || match[3] === '!') attributes.values.delete(name);
  else if (value.length <= LONGEST) attributes.values.set(name, value);
  return true;
};

const REFERENCE = /(?<![\\${])\{([a-z0-9_][\w-]*)\}(?!\})/gi;

/** The text with values in place of attributes; one without a value becomes a name key, as other pages write them. */
export const resolved = (text: string, attributes: Attributes): string =>
  text.includes('{')
    ? text.replace(REFERENCE, (whole, written: string) => {
        const name = written.toLowerCase();
        const value =
          attributes.values.get(name) ?? (Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined);
        if (value === undefined || attributes.growth > MOST_GROWTH) return `{{${written}}}`;
        attributes.growth += Math.max(0, value.length - whole.length);
        return value;
      })
    : text;
