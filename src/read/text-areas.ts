// Areas that a page gives to somebody in a sentence, without a row or an item. A paragraph that speaks of responsibility is found in many
// places, so that only a heading that cannot be mistaken for anything but an area makes one of it.
import type { Names } from '../model/names.ts';
import { readable } from './duty-text.ts';
import { fold } from './fold.ts';
import { plainText } from './page/markup.ts';
import type { Heading } from './page/page.ts';
import { headingOf, parentOf, type Section } from './page/section.ts';
import { gives } from './scope.ts';
import { sentencesOf } from './sentences.ts';

/** The areas that pages of many services share by title. */
const COMMON = new Set([
  'incident and operations management',
  'change management',
  'identity and access management',
  'security and regulation compliance',
  'disaster recovery',
]);

/**
 * Sections of paragraphs alone whose first sentence says whose the area is, beside two areas at least that have duties, and under a title
 * that other pages or a matrix of this page give to an area. `columns` are the titles of the page's matrices.
 */
export const textAreas = (
  sections: readonly Section[],
  areas: ReadonlySet<Heading>,
  columns: readonly string[],
  names: Names,
): readonly Section[] => {
  const known = new Set([...COMMON, ...columns.map(fold)]);
  const siblings = new Map<Heading, number>();
  for (const section of sections) {
    const [own, parent] = [headingOf(section), parentOf(section)];
    if (own === null || parent === null || !areas.has(own)) continue;
    siblings.set(parent, (siblings.get(parent) ?? 0) + 1);
  }
  return sections.filter((section, index) => {
    const [own, parent] = [headingOf(section), parentOf(section)];
    if (own === null || parent === null || areas.has(own) || (siblings.get(parent) ?? 0) < 2) return false;
    if (sections[index + 1]?.path.includes(own)) return false;
    return known.has(fold(readable(plainText(own.text), names))) && saysWhose(section, names);
  });
};

const saysWhose = ({ blocks }: Section, names: Names): boolean => {
  const [first] = blocks;
  if (first?.kind !== 'paragraph' || blocks.some(({ kind }) => kind !== 'paragraph')) return false;
  const sentence = sentencesOf(plainText(first.text))[0] ?? '';
  return gives({ line: first.line, text: sentence }, names);
};
