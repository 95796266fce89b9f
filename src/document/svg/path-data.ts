// Path data of SVG 1.1, 8.3: read whole, and written again with one command for each step and one blank between numbers,
// so that whoever draws it needs to know none of its short forms.
import { numberList, type Scanner, scan, written } from './numbers.ts';

/** How many numbers each command takes; `a`'s fourth and fifth are flags. */
const TAKES: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

/** The steps of a path, written plainly; null when the data is broken. */
export const pathData = (text: string): string | null => {
  const scanner = scan(text);
  const steps: string[] = [];
  while (!scanner.atEnd()) {
    const command = scanner.letter();
    const takes = command === null ? undefined : TAKES[command.toLowerCase()];
    if (command === null || takes === undefined) return null;
    if (steps.length === 0 && command.toLowerCase() !== 'm') return null;
    if (!takeSteps(scanner, command, takes, steps)) return null;
  }
  return steps.join(' ');
};

/** A command and the numbers that repeat it; after a first `m` they are lines. */
const takeSteps = (scanner: Scanner, command: string, takes: number, steps: string[]): boolean => {
  let name = command;
  do {
    const numbers = step(scanner, takes);
    if (numbers === null) return false;
    steps.push([name, ...numbers.map(written)].join(' '));
    name = command === 'm' ? 'l' : command === 'M' ? 'L' : command;
  } while (takes > 0 && !scanner.atEnd() && !scanner.atLetter());
  return true;
};

const step = (scanner: Scanner, takes: number): readonly number[] | null => {
  const numbers: number[] = [];
  for (let index = 0; index < takes; index += 1) {
    const value = takes === 7 && (index === 3 || index === 4) ? scanner.flag() : scanner.number();
    if (value === null) return null;
    numbers.push(value);
  }
  return numbers;
};

/** The points of a polyline or polygon as a path; null when they are no pairs. */
export const pointsPath = (text: string, closed: boolean): string | null => {
  const numbers = numberList(text);
  if (numbers === null || numbers.length % 2 !== 0) return null;
  const steps = numbers.flatMap((x, index) =>
    index % 2 === 0 ? [`${index === 0 ? 'M' : 'L'} ${written(x)} ${written(numbers[index + 1] ?? 0)}`] : [],
  );
  return [...steps, ...(closed && steps.length > 0 ? ['Z'] : [])].join(' ');
};
