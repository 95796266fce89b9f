// Links that a Markdown page writes in two parts: `[text][name]`, or `[name]` alone, and elsewhere `[name]: target`, which nobody sees.

const DEFINITION =
  /^ {0,3}\[([^[\]^][^[\]]{0,200})\]:\s+<?([^\s<>]{1,2000})>?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/;

/** No definition is longer. */
const FAR = 2500;

/** More than any page has; further ones stay text. */
const MOST = 10_000;

/** Names of targets as they are compared: case and white space make no other name. */
export const targetName = (written: string): string => written.trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * The lines without definitions, which go to `targets` by their names, the first of a name; a name in brackets that has one is written as a
 * link. A target looks like an address: anything else behind a colon is text.
 */
export const withoutDefinitions = (
  lines: readonly string[],
  from: number,
  targets: Map<string, string>,
): readonly string[] => {
  const rest = lines.map((line, index) => (index >= from && defines(line, targets) ? '' : line));
  if (targets.size === 0) return lines;
  return rest.map((line) =>
    line.includes('[') ? line.replace(ALONE, (text, name) => linked(text, name, targets)) : line,
  );
};

const defines = (line: string, targets: Map<string, string>): boolean => {
  if (line.length > FAR || !line.includes(']:') || targets.size >= MOST) return false;
  const [, name = '', target = ''] = DEFINITION.exec(line) ?? [];
  if (name === '' || !/[./#:]/.test(target)) return false;
  if (!targets.has(targetName(name))) targets.set(targetName(name), target);
  return true;
};

/** Brackets that are no part of a link yet. */
const ALONE = /(?<![\]!\\])\[([^[\]]{1,200})\](?![([:])/g;

const linked = (text: string, name: string, targets: ReadonlyMap<string, string>): string =>
  targets.has(targetName(name)) ? `${text}[]` : text;
