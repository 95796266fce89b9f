// Pieces of an HTML source as one text of a block: a line end is no line break in HTML, but may begin an item that is written as in Markdown.

const ITEM = /^(?:[-*+•]|\d{1,3}[.)])\s/;

/** The source on one line, but for items written as in Markdown, which keep lines of their own. */
export const htmlText = (source: string): string => {
  if (!source.includes('\n')) return source.trim();
  let text = '';
  for (const raw of source.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    text += `${text === '' ? '' : ITEM.test(line) ? '\n' : ' '}${line}`;
  }
  return text;
};

/** Nothing but tags and space. */
export const isBlank = (source: string): boolean => source.replace(/<[^<>]*>/g, '').trim() === '';

/** The name that an anchor among the tags gives to what follows it. */
export const anchorIn = (source: string): string | null =>
  /<a\s(?:[^<>]*\s)?(?:id|name)\s*=\s*["']?([^"'\s<>]+)/i.exec(source)?.[1] ?? null;
