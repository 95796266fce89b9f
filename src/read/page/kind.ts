// In which markup a page is written, told by what stands in it and never by the name of the file.
import type { Page } from './page.ts';

/** Comments are taken out already. */
export const markupOf = (lines: readonly string[]): Page['markup'] => {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (HTML.test(first.slice(0, FAR))) return 'html';
  return isAsciiDoc(lines) ? 'asciidoc' : 'markdown';
};

/** Far enough into a line to know what it is. */
const FAR = 400;

const HTML = /^\s*(?:<\?xml[^<>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

/** More lines that only AsciiDoc has than lines that only Markdown has, and a title, a section or a table among them. */
const isAsciiDoc = (lines: readonly string[]): boolean => {
  let asciidoc = 0;
  let markdown = 0;
  let structure = false;
  for (const line of lines) {
    const mark = line.length > FAR ? line.slice(0, FAR) : line;
    if (STRUCTURE.test(mark)) structure = true;
    if (STRUCTURE.test(mark) || ASCIIDOC.test(mark)) asciidoc += 1;
    else if (MARKDOWN.test(mark)) markdown += 1;
  }
  return structure && asciidoc > markdown;
};

/** `=== "Label"` is a tab of some Markdown pages. */
const STRUCTURE = /^(?:={1,6} (?!")\S|[|,:]===+\s*$)/;
const ASCIIDOC =
  /^(?::!?[\w-]+!?:(?:\s|$)|\[(?:id|cols|options|format|separator|role|%|\[|#)|(?:include|ifdef|ifndef|ifeval|endif|toc)::|\/\/ )/;
const MARKDOWN = /^(?:#{1,6} |\s*\{:|\s*\|?\s*:?-{2,}[\s:-]*\||```|---\s*$)/;
