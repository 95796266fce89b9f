// What a class of the theme does to a cell, for looks that depend on a formula.
import type { ConditionalLook } from '../../model/workbook.ts';
import type { Blanks } from './blank.ts';

type Look = ConditionalLook['look'];

/** Null when the theme says nothing of the class that a worksheet can show. */
export const lookOf = (blanks: Blanks, column: number, className: string): Look | null => {
  const { own, without } = blanks.withClass(column, className);
  const [to, from] = [own.style, without.style];
  const look = {
    bold: to.fontWeight >= 600 && from.fontWeight < 600,
    italic: to.fontStyle === 'italic' && from.fontStyle !== 'italic',
    color: to.color === from.color ? null : to.color,
    fill: to.backgroundColor === from.backgroundColor ? null : to.backgroundColor,
  };
  return look.bold || look.italic || look.color !== null || look.fill !== null ? look : null;
};
