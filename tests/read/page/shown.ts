// Blocks of a page in a short form that is easy to compare.
import { plainText } from '../../../src/read/page/markup.ts';
import type { Block, Table } from '../../../src/read/page/page.ts';
import { scanPage } from '../../../src/read/page/scan.ts';

const row = (cells: Table['header']): string => cells.map(({ text }) => plainText(text)).join(' | ');

/** One line for each heading, paragraph, item and row, with its line in the page. */
export const shownBlock = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [
        `${block.line} ${'#'.repeat(block.depth)} ${plainText(block.text)}${block.anchor === null ? '' : ` #${block.anchor}`}`,
      ];
    case 'paragraph':
      return [`${block.line} ${block.note ? 'note' : 'text'} ${plainText(block.text)}`];
    case 'list':
      return block.items.map(({ line, indent, text }) => `${line} ${' '.repeat(indent)}- ${plainText(text)}`);
    case 'table':
      return [
        `${block.line} ${block.syntax} ${block.columns}${block.caption === null ? '' : ` ${block.caption}`}`,
        `= ${row(block.header)}`,
        ...block.rows.map(({ line, cells }) => `${line} ${row(cells)}`),
      ];
  }
};

export const shown = (...lines: readonly string[]): readonly string[] =>
  scanPage(lines.join('\n')).blocks.flatMap(shownBlock);
