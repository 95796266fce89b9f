// Areas of which a page says that nothing is to be done in them: they are no areas of the model, and are told as left out.
import type { LeftOut } from '../model/import-report.ts';
import { leftOut } from './left-out.ts';
import { plainText } from './page/markup.ts';
import { headingOf, parentOf, type Section } from './page/section.ts';
import { sentencesOf } from './sentences.ts';

/** One for each section without a table with a sentence that says so, named by its heading. `areas` are the lines of headings that did become areas. */
export const silentAreas = (sections: readonly Section[], areas: ReadonlySet<number>): readonly LeftOut[] =>
  sections.flatMap((section) => {
    const heading = headingOf(section);
    if (heading === null || parentOf(section) === null || areas.has(heading.line)) return [];
    if (section.blocks.some(({ kind }) => kind === 'table')) return [];
    const title = plainText(heading.text);
    return section.blocks
      .flatMap((block) =>
        block.kind === 'paragraph' ? [{ line: block.line, text: sayingSo(plainText(block.text)) }] : [],
      )
      .filter(({ text }) => text !== undefined)
      .map(({ line, text = '' }) => leftOut(line, 'says-nothing', `${title}: ${text}`));
  });

const sayingSo = (text: string): string | undefined => sentencesOf(text).find((one) => SAYS_SO.test(one));

const SAYS_SO =
  /\b(?:(?:do|does|did) not|(?:do|does|did)n['’]t)\s(?:identify|define|list|specify|have|include|contain)\s(?:any\s)?(?:[a-z]+\s){0,2}responsibilit(?:y|ies)\b|\b(?:has|have|are|is|identif(?:y|ies))\sno\s(?:[a-z]+\s){0,2}responsibilit(?:y|ies)\b/i;
