// The helper for the direction of a text that people wrote: that of its first letter, as HTML's `dir="auto"` finds it.
import type { HelperRow } from '../helper.ts';
import { textAt } from './arguments.ts';

const LETTER = /\p{L}/u;
/** Scripts whose letters run from right to left (Unicode's bidirectional classes R and AL). */
const RIGHT_TO_LEFT =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

const directionOf = (text: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';

export const DIRECTIONS: readonly HelperRow[] = [
  {
    name: 'direction',
    usage: '(direction duty.statement)',
    does: '`rtl` when the first letter of a text belongs to a script that runs from right to left, else `ltr`: for `dir` around what people wrote.',
    takes: [1, 1],
    named: [],
    call: (call) => directionOf(textAt(call, 0)),
  },
];
