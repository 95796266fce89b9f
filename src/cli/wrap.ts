// Sentences as lines of a readable width, for output that people read in narrow windows, logs and mail.

const WIDTH = 100;

/** Breaks between words; every line begins with `indent` spaces. A word longer than the line stays whole. */
export const wrap = (text: string, indent: number): readonly string[] => {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && margin.length + line.length + 1 + word.length > WIDTH) {
      lines.push(margin + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, margin + line];
};

/** `1 duty`, `2 duties`. */
export const counted = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;
