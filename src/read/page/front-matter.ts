// The lines between `---` at the top of a page. They are often no valid YAML, so that only `key: value` lines are taken.

export type FrontMatter = { readonly values: Readonly<Record<string, string>>; readonly bodyLine: number };

/** `bodyLine` is the index of the first line behind the front matter; 0 without any. */
export const frontMatter = (lines: readonly string[]): FrontMatter => {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines[first]?.trim() !== '---') return { values: {}, bodyLine: 0 };
  const last = lines.findIndex((line, index) => index > first && line.trim() === '---');
  if (last < 0) return { values: {}, bodyLine: 0 };
  return { values: Object.fromEntries(lines.slice(first + 1, last).flatMap(entry)), bodyLine: last + 1 };
};

const entry = (line: string): readonly (readonly [string, string])[] => {
  const match = /^\s*([A-Za-z][\w.-]*):\s*(\S.*)$/.exec(line);
  return match === null ? [] : [[match[1] ?? '', unquoted(match[2] ?? '')]];
};

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');
