// Text of a page -> blocks, by the markup that it is written in.
import { scanAsciiDoc } from './asciidoc/scan-asciidoc.ts';
import { withoutComments } from './comments.ts';
import { frontMatter } from './front-matter.ts';
import { type Growing, growing, MOST } from './growing.ts';
import { scanHtml } from './html/scan-html.ts';
import { markupOf } from './kind.ts';
import { scanMarkdown } from './markdown/scan-markdown.ts';
import type { Block, Page } from './page.ts';

/** Lines count from one, over the whole file. Never throws, whatever the text; what holds too much is cut, and has no blocks. */
export const scanPage = (text: string): Page => {
  const page = growing();
  if (hasTooManyLines(text)) return pageOf('markdown', {}, { ...page, cut: MOST + 1 });
  const bare = withoutComments(text);
  const lines = bare.split('\n');
  const markup = markupOf(lines);
  if (markup === 'html') {
    const head = scanHtml(bare, 1, page);
    return pageOf(markup, Object.fromEntries(head), page);
  }
  const { values, bodyLine } = frontMatter(lines);
  if (markup === 'asciidoc') {
    const attributes = scanAsciiDoc(lines, bodyLine, page);
    return pageOf(markup, { ...Object.fromEntries(attributes), ...values }, page);
  }
  scanMarkdown(lines, bodyLine, page);
  return pageOf(markup, values, page);
};

const hasTooManyLines = (text: string): boolean => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && count <= MOST; at = text.indexOf('\n', at + 1)) count += 1;
  return count > MOST;
};

const pageOf = (
  markup: Page['markup'],
  front: Page['front'],
  { blocks, elsewhere, targets, cut }: Growing,
): Page => ({
  markup,
  front,
  blocks: cut === null ? titled(blocks, front.title ?? '') : [],
  elsewhere,
  targets,
  cut,
});

/** A page that has no title among its headings, or several, or one behind its first rows, has the one that is stated above it. */
const titled = (blocks: readonly Block[], title: string): readonly Block[] => {
  const tops = blocks.filter((block) => block.kind === 'heading' && block.depth === 1);
  const first = blocks.find((block) => block.kind === 'heading');
  if (title === '' || first?.text === title) return blocks;
  const isLate = blocks.find(({ kind }) => kind === 'heading' || kind === 'table')?.kind === 'table';
  if (tops.length === 1 && !isLate) return blocks;
  return [{ kind: 'heading', line: 1, depth: 1, text: title, anchor: null }, ...blocks];
};
