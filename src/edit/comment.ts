// Comment lines for YAML files. What is written into a comment may come from a provider's page, so nothing in it may end the line.

/** Columns a comment line may fill, its indent and `#` included. */
const WIDTH = 110;

/**
 * One text as comment lines, wrapped at word borders; lines after the first are indented by two more.
 * Control and format characters, which could break out of the comment or hide its text, become spaces.
 */
export const comment = (text: string, indent: number): readonly string[] => {
  const margin = `${' '.repeat(indent)}#`;
  const lines: string[] = [];
  let line = margin;
  for (const word of oneLine(text).split(' ')) {
    const fits = line.length + 1 + word.length <= WIDTH || line === margin;
    if (!fits) lines.push(line);
    line = fits ? `${line} ${word}` : `${margin}   ${word}`;
  }
  return [...lines, line];
};

/** The text on one line, without anything invisible. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\s]+/gu, ' ')
    .trim();
