// JSON that people also read: sorted keys, two spaces, a line end. One text for one value, like the canonical form.
import { canonicalJson } from './canonical-json.ts';

/** What canonical JSON holds, laid out, with keys in the same order. Throws a `bug` failure on what JSON cannot hold. */
export const prettyJson = (value: unknown): string => `${layOut(value, '\n')}\n`;

/** `line` is the line end with the indentation of the level. */
const layOut = (value: unknown, line: string): string => {
  if (Array.isArray(value))
    return enclose(
      '[]',
      value.map((item) => layOut(item, `${line}  `)),
      line,
    );
  if (typeof value !== 'object' || value === null) return canonicalJson(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}: ${layOut(member, `${line}  `)}`);
  return enclose('{}', members, line);
};

const enclose = (brackets: string, parts: readonly string[], line: string): string =>
  parts.length === 0 ? brackets : `${brackets[0]}${line}  ${parts.join(`,${line}  `)}${line}${brackets[1]}`;
