// Changes of a text by range, and the text they are made on: every line of it ends with one `\n`, and one stands before the first,
// so that a line is always the `\n` before it and what follows, the first and last line of a file included.

/** `text` comes to stand for what is from `start` to before `end`; equal offsets insert. Offsets into `FramedText.text`. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** `raw` has the line ends of the file, `text` has `\n` everywhere; `mark` is the byte-order mark that was taken off. */
export type FramedText = {
  readonly text: string;
  readonly raw: string;
  readonly mark: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly endless: boolean;
};

export const framed = (file: string): FramedText => {
  const mark = /^\ufeff*/.exec(file)?.[0] ?? '';
  const body = file.slice(mark.length);
  const lineEnd = /^[^\r\n]*\r\n/.test(body) ? '\r\n' : '\n';
  const endless = !/[\r\n]$/.test(body);
  const raw = `${lineEnd}${body}${endless ? lineEnd : ''}`;
  return { text: raw.replace(/\r\n?/g, '\n'), raw, mark, lineEnd, endless };
};

/** The file with the splices made. They may come in any order; those that insert at one place stay in theirs. They may not overlap. */
export const spliced = (page: FramedText, splices: readonly Splice[]): string => {
  const toRaw = rawOffsets(page.raw);
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text } of inOrder(splices)) {
    pieces.push(page.raw.slice(from, toRaw(start)), text.replaceAll('\n', page.lineEnd));
    from = toRaw(end);
  }
  const whole = [...pieces, page.raw.slice(from)].join('').replace(/^\r?\n|^\r/, '');
  return page.mark + (page.endless ? whole.replace(/\r?\n$|\r$/, '') : whole);
};

/** True where two splices get into each other's way. */
export const overlap = (splices: readonly Splice[]): boolean => {
  const sorted = inOrder(splices);
  return sorted.some(({ start }, index) => (sorted[index - 1]?.end ?? 0) > start);
};

/** What inserts at a place comes before what replaces from there on. */
const inOrder = (splices: readonly Splice[]): readonly Splice[] =>
  [...splices].sort((a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start));

/** From offsets with `\n` to those with the file's own line ends. To be asked in rising order. */
const rawOffsets = (raw: string): ((offset: number) => number) => {
  let longer = 0;
  let next = raw.indexOf('\r\n');
  return (offset) => {
    while (next >= 0 && next - longer < offset) {
      longer += 1;
      next = raw.indexOf('\r\n', next + 2);
    }
    return offset + longer;
  };
};
