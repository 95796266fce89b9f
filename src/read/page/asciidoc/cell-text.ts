// The lines of an AsciiDoc cell as one text with the breaks that a reader sees.
import { itemIn } from './lines.ts';

/** Lines of one paragraph are one line; items, paragraphs and lines that end with ` +` are kept apart. */
export const cellText = (lines: readonly string[]): string => {
  let text = '';
  let gap = '';
  for (const raw of lines) {
    const item = itemIn(raw);
    const line = item === null ? raw.trim() : item.text;
    if (line === '' || line === '+' || line === '--') {
      gap = text === '' ? '' : line === '+' ? '\n' : '\n\n';
      continue;
    }
    const breaks = line.endsWith(' +');
    const own = breaks ? line.slice(0, -2).trimEnd() : line;
    const before =
      item === null ? gap || (text === '' || text.endsWith('\n') ? '' : ' ') : text === '' ? '' : '\n';
    text += `${before}${item === null ? '' : '- '}${own}${breaks ? '\n' : ''}`;
    gap = '';
  }
  return text.trim();
};
