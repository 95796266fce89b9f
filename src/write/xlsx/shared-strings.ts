// The texts of all cells, each of them once: cells have their numbers.
import { contentXml } from './text.ts';

export const STRINGS_PART = 'xl/sharedStrings.xml';

export type SharedStrings = {
  /** The number of a text, which another cell now has. */
  readonly numberOf: (text: string) => number;
  /** How many cells have a text. */
  readonly count: () => number;
  /** The part that holds the texts, as text. */
  readonly part: () => string;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const sharedStrings = (): SharedStrings => {
  const numbers = new Map<string, number>();
  let count = 0;
  return {
    numberOf: (text) => {
      count += 1;
      const found = numbers.get(text);
      if (found !== undefined) return found;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    count: () => count,
    part: () => {
      const items: string[] = [];
      for (const text of numbers.keys()) items.push(item(text));
      return `${HEAD}<sst xmlns="${MAIN}" count="${count}" uniqueCount="${numbers.size}">${items.join('')}</sst>`;
    },
  };
};

/** A reader may take white space for layout unless it is told. */
const item = (text: string): string =>
  /^\s|\n|\s$/.test(text)
    ? `<si><t xml:space="preserve">${contentXml(text)}</t></si>`
    : `<si><t>${contentXml(text)}</t></si>`;
