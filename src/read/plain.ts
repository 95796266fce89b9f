// Plain data between a parser and a schema, and the way into it by a path of keys and indexes.

/** What a file holds before it is typed. `undefined` stands for a key with nothing behind it. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain };
export type Path = readonly (string | number)[];

/** The value at a path; undefined where there is none. */
export const valueAt = (data: Plain, path: Path): Plain =>
  path.reduce<Plain>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
    return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, data);

export const isMapping = (value: Plain): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys and values of a mapping; of anything else none. */
export const entriesOf = (value: Plain): readonly (readonly [string, Plain])[] =>
  isMapping(value) ? Object.entries(value) : [];

/** Items of a list; of anything else none. */
export const itemsOf = (value: Plain): readonly Plain[] => (Array.isArray(value) ? value : []);

/** The same data without the keys that have nothing behind them. */
export const withoutEmpties = (value: Plain): Plain => {
  if (Array.isArray(value)) return value.map(withoutEmpties);
  if (!isMapping(value)) return value;
  const filled = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(filled.map(([key, member]) => [key, withoutEmpties(member)]));
};

/** `duties.ibm-code-engine.IOM-01-C1.tests[0]`, as sentences print it. */
export const printPath = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );

/** A value as a sentence shows it: in backticks, on one line, at most 60 characters. */
export const quoted = (value: Plain): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const line = text.replace(/\s+/g, ' ').replace(/`/g, "'");
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
};
