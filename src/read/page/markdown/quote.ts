// Block quotes of Markdown pages: what stands in them is read like the rest, without the marks.

const MARK = /^\s*>/;

/** The lines without the marks of quotes, however deep, and which of them stand in one; null when none does. */
export const quotedLines = (
  lines: readonly string[],
  from: number,
): { readonly lines: readonly string[]; readonly quoted: Uint8Array | null } => {
  const first = lines.findIndex((line, index) => index >= from && MARK.test(line.slice(0, 100)));
  if (first < 0) return { lines, quoted: null };
  const quoted = new Uint8Array(lines.length);
  const without = lines.map((line, index) => {
    if (index < first || !MARK.test(line.slice(0, 100))) return line;
    quoted[index] = 1;
    return behindMarks(line);
  });
  return { lines: without, quoted };
};

/** A loop, because there may be as many marks as there are characters. One space belongs to the mark. */
const behindMarks = (line: string): string => {
  let behind = 0;
  for (let at = 0; at < line.length && (line[at] === '>' || line[at] === ' ' || line[at] === '\t'); at += 1)
    if (line[at] === '>') behind = at + 1;
  return line.slice(line[behind] === ' ' ? behind + 1 : behind);
};
